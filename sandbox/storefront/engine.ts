// Liquid as Shopify speaks it, as far as a theme and an app block need it: its filters, its truth, its escaping.
// An unknown filter or tag is an error, so that what would fail at Shopify fails here.

import { readFile } from "node:fs/promises";
import { Liquid } from "liquidjs";
import { escapeHtml } from "../mail/quoted.ts";
import { translate } from "./translate.ts";
import type { Texts } from "./translate.ts";

export interface Voice {
  language: string;
  /** texts of the language, then of the default language */
  catalogs: Texts[];
}

/** An engine whose partials come from `partials`. `assetUrl` answers where a file of its assets folder is served. */
export function liquidEngine({
  partials,
  voice,
  currency,
  assetUrl,
}: {
  partials: string;
  voice: Voice;
  currency: string;
  assetUrl: (file: string) => string;
}): Liquid {
  const engine = new Liquid({
    root: [partials],
    partials: [partials],
    extname: ".liquid",
    strictFilters: true,
    ownPropertyOnly: true,
    timezoneOffset: 0,
  });
  const t = (key: unknown, ...args: unknown[]) => translate(String(key), named(args), voice);
  engine.registerFilter("t", t);
  engine.registerFilter("translate", t);
  engine.registerFilter("escape", (value: unknown) => escapeHtml(asText(value)));
  engine.registerFilter("h", (value: unknown) => escapeHtml(asText(value)));
  engine.registerFilter("asset_url", (file: unknown) => assetUrl(String(file)));
  engine.registerFilter(
    "stylesheet_tag",
    (url: unknown) => `<link href="${escapeHtml(String(url))}" rel="stylesheet" type="text/css" media="all">`,
  );
  engine.registerFilter(
    "script_tag",
    (url: unknown) => `<script src="${escapeHtml(String(url))}" type="text/javascript"></script>`,
  );
  engine.registerFilter("money", (cents: unknown) => money(Number(cents), currency, voice.language));
  engine.registerFilter("handle", (text: unknown) => handle(asText(text)));
  engine.registerFilter("handleize", (text: unknown) => handle(asText(text)));
  engine.registerFilter("date_words", (at: unknown) =>
    new Date(String(at)).toLocaleDateString(voice.language, {
      day: "numeric",
      month: "long",
      year: "numeric",
    }),
  );
  return engine;
}

/** What stands on the page in place of Liquid that does not parse or render. */
export const liquidError = (error: unknown): string =>
  `Liquid error: ${escapeHtml(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error))}`;

/** Reads locales/xx.json (or xx.default.json) of a theme or an extension; the language's own texts come first. */
export async function readVoice(folder: URL, language: string, suffix = ""): Promise<Voice> {
  const candidates = [
    `${language}${suffix}.json`,
    `${language}.default${suffix}.json`,
    `en.default${suffix}.json`,
  ];
  const read = candidates.map((name) =>
    readFile(new URL(name, folder), "utf8").then(
      (text): Texts => JSON.parse(text),
      () => undefined,
    ),
  );
  return { language, catalogs: (await Promise.all(read)).filter((texts) => texts !== undefined) };
}

const money = (cents: number, currency: string, language: string) =>
  new Intl.NumberFormat(language, {
    style: "currency",
    currency,
    maximumFractionDigits: cents % 100 === 0 ? 0 : 2,
  }).format(cents / 100);

const handle = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

const asText = (value: unknown) => (value === null || value === undefined ? "" : String(value));

/** LiquidJS hands keyword arguments over as [name, value] pairs. */
const named = (args: unknown[]): Record<string, unknown> =>
  Object.fromEntries(args.filter((arg): arg is [string, unknown] => Array.isArray(arg) && arg.length === 2));
