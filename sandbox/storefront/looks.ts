// How each shop's theme looks: type, colours, the scene on the front page, how the range is parted.

import type { Shop } from "../world/types.ts";
import { handleOf } from "./shopper.ts";

export interface Look {
  fonts: {
    body: string;
    heading: string;
    headingWeight: number;
    headingSpacing: string;
    headingCase: string;
  };
  colors: {
    ground: string;
    paper: string;
    ink: string;
    quiet: string;
    accent: string;
    onAccent: string;
    line: string;
    tint: string;
  };
  radius: string;
  scene: "fells" | "coast" | "table";
  collections: { handle: string; title: string; matches: RegExp }[];
}

const LOOKS: Record<string, Look> = {
  fjallrum: {
    fonts: {
      body: `"Avenir Next", "Nunito Sans", "Segoe UI", Roboto, "DejaVu Sans", sans-serif`,
      heading: `"Avenir Next", "Nunito Sans", "Segoe UI", Roboto, "DejaVu Sans", sans-serif`,
      headingWeight: 700,
      headingSpacing: "-0.02em",
      headingCase: "none",
    },
    colors: {
      ground: "#f5f3ee",
      paper: "#ffffff",
      ink: "#1d2a24",
      quiet: "#5a665f",
      accent: "#21503b",
      onAccent: "#ffffff",
      line: "#dcd9d0",
      tint: "#e4e9e1",
    },
    radius: "6px",
    scene: "fells",
    collections: [
      { handle: "skal-och-dun", title: "Skal och dun", matches: /jacka|väst|regn/i },
      { handle: "ull", title: "Ull och lager", matches: /underställ|fleece|t-shirt|mössa|vantar|strumpor/i },
      { handle: "barn", title: "Barn", matches: /barn/i },
    ],
  },
  kystull: {
    fonts: {
      body: `"Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "DejaVu Serif", serif`,
      heading: `"Iowan Old Style", "Palatino Linotype", Palatino, Georgia, "DejaVu Serif", serif`,
      headingWeight: 400,
      headingSpacing: "0",
      headingCase: "none",
    },
    colors: {
      ground: "#fbf8f2",
      paper: "#fffdf9",
      ink: "#21323c",
      quiet: "#5b6970",
      accent: "#9a3f28",
      onAccent: "#ffffff",
      line: "#e4ddd0",
      tint: "#e6edee",
    },
    radius: "0",
    scene: "coast",
    collections: [
      { handle: "gensere", title: "Gensere og jakker", matches: /genser|cardigan|vest|poncho|kjole/i },
      { handle: "innerst", title: "Innerst mot kroppen", matches: /ulltrøye|ullongs|sokker/i },
      { handle: "barn", title: "Barn", matches: /lunde|barn/i },
    ],
  },
  tallrik: {
    fonts: {
      body: `"Gill Sans", "Gill Sans MT", "Century Gothic", Candara, "DejaVu Sans", sans-serif`,
      heading: `"Century Gothic", Futura, "Gill Sans", "DejaVu Sans", sans-serif`,
      headingWeight: 500,
      headingSpacing: "0.08em",
      headingCase: "uppercase",
    },
    colors: {
      ground: "#f3efea",
      paper: "#fbf9f6",
      ink: "#33291f",
      quiet: "#6a5f54",
      accent: "#33291f",
      onAccent: "#fbf9f6",
      line: "#ddd4c9",
      tint: "#e8dfd4",
    },
    radius: "22px",
    scene: "table",
    collections: [
      { handle: "plates-and-bowls", title: "Plates and bowls", matches: /plate|bowl|dish/i },
      { handle: "mugs-and-glass", title: "Mugs and glass", matches: /mug|cup|carafe|tumbler/i },
      { handle: "table", title: "On the table", matches: /napkin|board|cutlery|jar/i },
    ],
  },
};

const PLAIN: Look = {
  fonts: {
    body: "system-ui, sans-serif",
    heading: "system-ui, sans-serif",
    headingWeight: 600,
    headingSpacing: "0",
    headingCase: "none",
  },
  colors: {
    ground: "#fafafa",
    paper: "#ffffff",
    ink: "#222222",
    quiet: "#5f5f5f",
    accent: "#222222",
    onAccent: "#ffffff",
    line: "#dddddd",
    tint: "#eeeeee",
  },
  radius: "4px",
  scene: "fells",
  collections: [],
};

const NIGHT = { ground: "#14181b", paper: "#1d2327", ink: "#eef1f0", quiet: "#a9b4b1", line: "#39424a" };

/** The look of a shop; one nobody drew looks plain. */
export const lookOf = (shop: Shop): Look => LOOKS[handleOf(shop)] ?? PLAIN;

/** The same look for a dark theme. */
export const darkened = (look: Look): Look => ({
  ...look,
  colors: { ...look.colors, ...NIGHT, tint: "#262d32", accent: "#8fc7ae", onAccent: "#10201a" },
});
