import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newId } from "../lib/id.ts";
import { forEditor, readWritten } from "./written.ts";

const id = newId();

describe("text and HTML say the same", () => {
  test.each([
    ["paragraphs and line breaks", "<p>Hej!</p><p>Vi byter den.<br>Mvh</p>", "Hej!\n\nVi byter den.\nMvh"],
    ["a line left blank", "<p>ett</p><p></p><p>två</p>", "ett\n\ntvå"],
    [
      "a list, with one inside it",
      "<ul><li><p>ull</p></li><li><p>lin</p><ul><li><p>vit</p></li></ul></li></ul>",
      "- ull\n- lin\n  - vit",
    ],
    ["a numbered list", "<ol><li><p>Öppna</p></li><li><p>Tvätta</p></li></ol>", "1. Öppna\n2. Tvätta"],
    [
      "a link by its words",
      '<p>Se <a href="https://bjork.example/byte">villkoren</a>.</p>',
      "Se villkoren <https://bjork.example/byte>.",
    ],
    [
      "a link that is its own words",
      '<a href="https://bjork.example">https://bjork.example</a>',
      "https://bjork.example",
    ],
    ["an address", '<a href="mailto:hej@bjork.example">hej@bjork.example</a>', "hej@bjork.example"],
    [
      "a quote",
      "<blockquote><p>Var är den?</p><p>Hej</p></blockquote><p>På väg.</p>",
      "> Var är den?\n> \n> Hej\n\nPå väg.",
    ],
    [
      "marks",
      "<p><strong>Obs</strong> <em>mycket</em> <u>viktigt</u> <s>inte</s></p>",
      "Obs mycket viktigt inte",
    ],
    ["signs that HTML escapes", "<p>1 &lt; 2 &amp; &quot;x&quot;</p>", '1 < 2 & "x"'],
    ["a picture", `<p>Så här:</p><img data-file="${id}" alt="Tröjan" src="blob:1">`, "Så här:\n\n[Tröjan]"],
  ])("%s", (_, html, text) => {
    expect(readWritten(html).text).toBe(text);
  });
});

describe("what may leave", () => {
  test.each([
    ["scripts", "<p>a</p><script>alert(1)</script>", "<p>a</p>"],
    ["handlers and styles", '<p onclick="x()" style="color:red" class="MsoNormal">a</p>', "<p>a</p>"],
    ["Word's own tags", "<p>a<o:p></o:p></p><!--[if gte mso 9]><xml>x</xml><![endif]-->", "<p>a</p>"],
    ["links that run something", '<a href="javascript:x()">a</a>', "<a>a</a>"],
    ["pictures from elsewhere", '<p>a<img src="https://evil.example/1.png"></p>', "<p>a</p>"],
    ["pictures inside the HTML", '<p>a<img src="data:image/png;base64,AA=="></p>', "<p>a</p>"],
    ["frames and forms", '<iframe src="x"></iframe><form><input></form><p>a</p>', "<p>a</p>"],
  ])("not %s", (_, given, left) => {
    expect(readWritten(given).html).toBe(left);
  });

  test.each([
    ["its id", `<img data-file="${id}" src="blob:https://x">`],
    ["its link", `<img src="/files/${newId()}.${id}.123.abc/bild.png">`],
    ["its Content-ID", `<img src="cid:${id}">`],
  ])("a picture of ours, named by %s", (_, given) => {
    expect(readWritten(given)).toMatchObject({ html: `<img src="cid:${id}" alt="" />`, pictures: [id] });
  });

  test("reading what was read changes nothing", () => {
    const pieces = [
      "<p>",
      "</p>",
      "<b>",
      "</b>",
      "<ul><li>",
      "</li></ul>",
      "<img src='/files/a.b.c'>",
      "<a href='x'>",
      "<A",
      "<p",
      'å&<"',
      " ",
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 30 }), (parts) => {
        const once = readWritten(parts.join(""));
        expect(readWritten(once.html)).toEqual(once);
      }),
      { examples: [[["<p>", "<A", "<p>", "<p>"]]] },
    );
  });

  test("tags nested by the ten thousand are read in time", () => {
    const begun = performance.now();
    readWritten("<blockquote>".repeat(16_000));
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

test("the editor gets its pictures back with their links", () => {
  const { html } = readWritten(`<p>a</p><img data-file="${id}" alt="b">`);
  expect(forEditor(html, () => "/files/t/b.png")).toBe(
    `<p>a</p><img src="/files/t/b.png" data-file="${id}" alt="b" />`,
  );
});
