import { expect, test } from "vitest";
import { htmlToText, isTangled, tagless } from "./safe-html.ts";

test("a mail nested a thousand deep is dealt with", () => {
  const deep = `${"<div>".repeat(1000)}hej${"</div>".repeat(1000)}`;
  expect(isTangled(deep)).toBe(true);
  expect(tagless(deep)).toBe("hej");
  expect(() => htmlToText(deep)).not.toThrow();
});

test.each([
  ["<p>Hej</p><p>Åsa</p>", "Hej\n\nÅsa"],
  ["a<br>b", "a\nb"],
  ["<h1>Hej</h1>", "Hej"],
  [`<a href="https://a.example">här</a>`, "här"],
  ["<img src=x alt=bild>text", "text"],
  ["<style>p{}</style><script>x</script>text", "text"],
  ["1 &lt; 2 &amp; 3", "1 < 2 & 3"],
])("%s says %j", (html, text) => {
  expect(htmlToText(html)).toBe(text);
});

test.each(["<ul><li>", "<ol><li>", "<svg>", "<b><i>", "<div>", "<", "<a "])(
  "half a megabyte of %j is dealt with at once and shows no tag",
  (piece) => {
    const html = piece.repeat(500_000 / piece.length);
    expect(tagless(html)).not.toMatch(/</);
    expect(htmlToText(html).length).toBeLessThanOrEqual(html.length);
  },
);

test("a long mail of many paragraphs and rows is no tangle", () => {
  const html = `<table>${"<tr><td>1<td><p>två<br>tre".repeat(2_000)}</table>`;
  expect(isTangled(html)).toBe(false);
});
