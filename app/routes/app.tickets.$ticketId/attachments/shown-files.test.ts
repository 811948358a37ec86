import { expect, test } from "vitest";
import type { ShownFile } from "../../../files/file.ts";
import { shownFiles } from "./shown-files.ts";

const file = (given: Partial<ShownFile>): ShownFile => ({
  id: "1",
  name: "bild.png",
  contentType: "image/png",
  size: 1,
  contentId: null,
  inline: false,
  danger: null,
  width: 800,
  height: 600,
  missing: null,
  url: "/files/x",
  ...given,
});
const names = ({ pictures, others }: ReturnType<typeof shownFiles>) => [
  pictures.map(({ name }) => name),
  others.map(({ name }) => name),
];

test("a picture that stands in the text is not shown again, whichever way its id is written", () => {
  const files = [file({ contentId: "a&b@mail", inline: true })];
  for (const html of ['<img src="cid:a&amp;b@mail">', '<img src="cid:a%26b%40mail">'])
    expect(names(shownFiles({ html, files }))).toEqual([[], []]);
  expect(names(shownFiles({ html: "<p>hej</p>", files }))).toEqual([["bild.png"], []]);
  expect(names(shownFiles({ html: null, files }))).toEqual([["bild.png"], []]);
});

test("what cannot be shown as a picture stands among the other files", () => {
  const files = [
    file({ name: "bild.png" }),
    file({ name: "jätte.png", width: 20_000, height: 20_000 }),
    file({ name: "kvitto.pdf", contentType: "application/pdf", width: null, height: null }),
    file({ name: "falsk.png", danger: "disguised" }),
    file({ name: "trasig.png", missing: "broken", url: null }),
  ];
  expect(names(shownFiles({ html: null, files }))).toEqual([
    ["bild.png"],
    ["jätte.png", "kvitto.pdf", "falsk.png", "trasig.png"],
  ]);
});
