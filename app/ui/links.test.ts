import fc from "fast-check";
import { expect, test } from "vitest";
import { findLinks } from "./links.ts";

const hrefs = (text: string) => findLinks(text).flatMap(({ href }) => href ?? []);

test.each([
  ["Se https://fjallrum.se/jacka.", ["https://fjallrum.se/jacka"]],
  ["(https://a.se/x_(y))", ["https://a.se/x_(y)"]],
  ["Write to ebba@example.com, please", ["mailto:ebba@example.com"]],
  ["https://user@host.se/path", ["https://user@host.se/path"]],
  ["http://[broken", []],
  ["javascript:alert(1) data:text/html,x file:///etc/passwd", []],
  ["no links @ all", []],
  ["", []],
])("in %j the links are %j", (text, links) => {
  expect(hrefs(text)).toEqual(links);
});

test("nothing but http, https and mailto is ever clickable, and no letter is lost", () => {
  const scraps = fc.constantFrom(
    "https://",
    "http://a.se",
    "@",
    "javascript:",
    "mailto:",
    "a@b.se",
    " ",
    ")",
    ".",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(scraps, fc.string()), { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      const pieces = findLinks(text);
      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
      for (const { href } of pieces) expect(href ?? "https:").toMatch(/^(https?|mailto):/i);
    }),
  );
});

test("a very long line is read in no time", () => {
  const started = performance.now();
  findLinks(`${"a".repeat(50_000)}@${"b.".repeat(25_000)}`);
  expect(performance.now() - started).toBeLessThan(1000);
});
