import fc from "fast-check";
import { expect, test } from "vitest";
import { excerptOf, lexemesOf, piecesOf } from "./marks.ts";

const marked = (text: string, lexemes: string[]) =>
  piecesOf(text, lexemes)
    .filter((piece) => piece.marked)
    .map((piece) => piece.text);

test("the lexemes of a query are read, beginnings as beginnings", () => {
  expect(lexemesOf(`( 'lador':* | 'lad' ) & 'sa' <-> '1042':*A`)).toEqual(["lador*", "lad", "sa", "1042*"]);
});

test.each<[string, string[], string[]]>([
  ["Lådorna kom i en låda", ["lador*", "lad"], ["Lådorna", "låda"]],
  ["Laddningsstationen är glad", ["lad"], []],
  ["Ærlig talt, Straße", ["aerlig", "strasse"], ["Ærlig", "Straße"]],
  ["a <b>jacka</b>", ["jack"], ["jacka"]],
  ["nothing", [], []],
])("%s", (text, lexemes, words) => {
  expect(marked(text, lexemes)).toEqual(words);
});

test("the pieces are the text, whatever it is", () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (text, lexemes) => {
      expect(piecesOf(text, lexemes).map((piece) => piece.text).join("")).toBe(text); // prettier-ignore
    }),
  );
});

test("an excerpt shows the first hit on one line", () => {
  const text = `${"Hej på er alla. ".repeat(20)}\nMin jacka är trasig ${"och blöt ".repeat(40)}`;
  const excerpt = excerptOf(text, ["jack"]) ?? "";
  expect(excerpt).toMatch(/^… .*Min jacka är trasig .* …$/);
  expect(excerpt.length).toBeLessThan(170);
  expect(excerptOf("Hej", ["jack"])).toBeNull();
});
