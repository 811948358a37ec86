import { expect, test } from "vitest";
import { htmlOfText, isBlankHtml, textOfHtml } from "./text.ts";

test.each([
  ["", ""],
  ["\n \n", ""],
  ["Hej", "<p>Hej</p>"],
  ["Hej\r\nEbba\r\n\r\nMvh", "<p>Hej<br>Ebba</p><p>Mvh</p>"],
  ["1 < 2 & <b>", "<p>1 &lt; 2 &amp; &lt;b&gt;</p>"],
])("%j becomes paragraphs", (text, html) => {
  expect(htmlOfText(text)).toBe(html);
});

test.each(["Hej\nEbba\n\nMvh", "1 < 2 & <b>", "&lt;"])("%j comes back as it was", (text) => {
  expect(textOfHtml(htmlOfText(text))).toBe(text);
});

test("lists and quotes read as lines", () => {
  expect(textOfHtml("<ul><li><p>Ett</p></li><li><p>Två</p></li></ul><p>Slut</p>")).toBe("Ett\n\nTvå\n\nSlut");
});

test.each([
  ["", true],
  ["<p></p>", true],
  ["<p>&nbsp;<br></p><ul><li><p></p></li></ul>", true],
  ["<p>a</p>", false],
  [`<p><img data-file="1"></p>`, false],
])("%j is blank: %s", (html, blank) => {
  expect(isBlankHtml(html)).toBe(blank);
});
