import { describe, expect, test } from "vitest";
import { mailDocument, remotePictures, visiblePictures, type MailLook } from "./mail-document.ts";

const look = (given: Partial<MailLook> = {}): MailLook => ({
  nonce: "n0nce",
  origin: "https://app.example",
  pictureAt: () => null,
  whole: false,
  lang: "sv",
  me: "kajsa",
  unfold: "Visa citat",
  ...given,
});
const mailIn = (document: string) =>
  /<div class="mail" dir="auto">([^]*)<\/div>\n<script/.exec(document)?.[1];

test("nothing is loaded but what we name, and only our script runs", () => {
  const document = mailDocument("<p>Hej</p>", look());
  const policy = /<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(document)?.[1];
  expect(policy).toBe(
    "default-src 'none'; script-src 'nonce-n0nce'; style-src 'unsafe-inline'; " +
      "img-src data: https://app.example/files/ https://app.example/images/; base-uri 'none'; form-action 'none'",
  );
  expect(document.match(/<script/g)).toHaveLength(1);
  expect(document).toContain('<script nonce="n0nce">');
});

describe("pictures", () => {
  const html = `<img src="cid:logo" /><img alt="a>b" src="https://cdn.example/a.png?x=1&amp;y=2" /><img width="1" height="1" src="https://cdn.example/pixel.gif" /><img src="https://cdn.example/open.gif" style="display:none" />`;

  test("from elsewhere are left out until there is an address of ours for them", () => {
    expect(mailIn(mailDocument(html, look()))).toBe(
      `<img /><img alt="a>b" /><img width="1" height="1" /><img style="display:none" />`,
    );
  });

  test("are shown from where we have them, and those nobody can see never", () => {
    const pictureAt = (src: string) => `https://app.example/images/${src.length}`;
    expect(mailIn(mailDocument(html, look({ pictureAt })))).toBe(
      `<img src="https://app.example/images/8" /><img alt="a>b" src="https://app.example/images/33" /><img width="1" height="1" /><img style="display:none" />`,
    );
  });

  test("that can be asked for are those that somebody can see", () => {
    expect(remotePictures(html)).toEqual(["https://cdn.example/a.png?x=1&y=2"]);
    expect(visiblePictures(html)).toEqual(["cid:logo", "https://cdn.example/a.png?x=1&y=2"]);
  });
});

test("a quote is folded behind a button that needs no script, or open when all is asked for", () => {
  const html = `<p>Ja</p><div data-quoted=""><p>Nej</p></div>`;
  expect(mailIn(mailDocument(html, look()))).toBe(
    `<p>Ja</p><details class="samla-fold"><summary aria-label="Visa citat" title="Visa citat">…</summary></details><div data-quoted=""><p>Nej</p></div>`,
  );
  expect(mailIn(mailDocument(html, look({ whole: true })))).toContain(`<details class="samla-fold" open>`);
});

test("words with dollars and quotes in them stay what they are", () => {
  const document = mailDocument(
    `<img src="cid:a" />`,
    look({ pictureAt: () => `https://app.example/files/$&"x` }),
  );
  expect(mailIn(document)).toBe(`<img src="https://app.example/files/$&amp;&quot;x" />`);
});

test("where a note names the reader it stands out", () => {
  expect(mailDocument("<p>Hej</p>", look())).toMatch(/<style>[^<]*\[data-mention="kajsa"\]\{[^}]*background/);
});
