import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeHtml, oneLine, textToHtml } from "./text.ts";

describe("one line", () => {
  test.each([
    ["Byte\r\nBcc: a@b.example", "Byte Bcc: a@b.example"],
    ["Byte\nX: y", "Byte X: y"],
    ["a\u2028b\u2029c\u0085d", "a b c d"],
    ["a\0b\tc\u001b[31md", "a b c [31md"],
    ["  Åsa  ", "Åsa"],
    ["👩‍👧 hej", "👩‍👧 hej"],
    ["\r\n", ""],
  ])("%j becomes %j", (text, line) => {
    expect(oneLine(text)).toBe(line);
  });

  test("nothing makes it two lines", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(oneLine(text))),
    );
  });
});

test("escaped text has no sign left that HTML understands", () => {
  expect(escapeHtml(`<a href="x" title='y'>&amp;</a>`)).toBe(
    "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;",
  );
  fc.assert(fc.property(fc.string(), (text) => !/[<>"']/.test(escapeHtml(text))));
});

describe("text as HTML", () => {
  test.each([
    ["Hej\r\nÅsa", "<p>Hej<br>\nÅsa</p>"],
    ["Hej\n\n\nÅsa", "<p>Hej</p>\n<p>Åsa</p>"],
    ["1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>"],
    ["<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"],
    ["javascript:alert(1)", "<p>javascript:alert(1)</p>"],
  ])("%j becomes %j", (text, html) => {
    expect(textToHtml(text)).toBe(html);
  });

  test.each([
    ["https://a.example/b", "https://a.example/b", ""],
    ["https://a.example/b.", "https://a.example/b", "."],
    ["https://a.example/b?c=1&d=2)", "https://a.example/b?c=1&d=2", ")"],
    ["https://a.example/b, och", "https://a.example/b", ", och"],
  ])("%j links to %j", (text, url, rest) => {
    const shown = url.replaceAll("&", "&amp;");
    expect(textToHtml(text)).toBe(`<p><a href="${shown}">${shown}</a>${rest}</p>`);
  });

  test.each([
    `https://a.example/"onmouseover="alert(1)`,
    `https://a.example/'><script>alert(1)</script>`,
    `https://a.example/<b>`,
  ])("%j breaks out of no attribute", (text) => {
    expect(textToHtml(text)).not.toMatch(/<(?!\/?(?:p|br|a)\b)|<a [^>]*(?:onmouseover|script)/);
  });

  test("says nothing but what was written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const html = textToHtml(text);
        return !/<(?!\/?p>|br>|a href="https?:|\/a>)/.test(html);
      }),
    );
  });
});
