import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mailHtml } from "./mail-html.ts";

const HOSTILE = [
  `<script>alert(1)</script>`,
  `<scr<script>ipt>alert(1)</scr</script>ipt>`,
  `<img src=x onerror=alert(1)>`,
  `<svg/onload=alert(1)>`,
  `<svg><style><img src=x onerror=alert(1)></style></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">`,
  `<a href="javascript:alert(1)">x</a>`,
  `<a href="jAvAsCrIpT&colon;alert(1)">x</a>`,
  `<a href="java\tscript:alert(1)">x</a>`,
  `<a href="&#1;javascript:alert(1)">x</a>`,
  `<a href="data:text/html,<script>alert(1)</script>">x</a>`,
  `<iframe srcdoc="<script>alert(1)</script>"></iframe>`,
  `<form action="https://evil.example"><input name=password></form>`,
  `<p style="position:fixed;inset:0;background:url(https://evil.example)">x</p>`,
  `<p style="background:u/**/rl(https://evil.example);width:expression(alert(1))">x</p>`,
  `<p style="background:\\75rl(https://evil.example)">x</p>`,
  `<style>@import "https://evil.example"; * { color: red }</style>`,
  `<style>p{background:url(https://evil.example/?a)} input[value^=a]{color:image-set("x" 1x)}</style>`,
  `<style></style><img src=x onerror=alert(1)><style></style>`,
  `<style>p{color:red}<!--</style><img title="--><script>alert(1)</script>">`,
  `<style><style>p{color:red}</style>`,
  `<style media=print>p{display:none}</style>`,
  `<style>@media (prefers-color-scheme: dark){p{color:white}} @media (max-width:600px){p{width:100%}}</style>`,
  `<div style="height:100vh">x</div>`,
  `<link rel="stylesheet" href="https://evil.example">`,
  `<meta http-equiv="refresh" content="0;url=https://evil.example">`,
  `<base href="https://evil.example">`,
  `<object data="x"></object><embed src="x">`,
  `<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>`,
  `<template><img src=x onerror=alert(1)></template>`,
  `<textarea><img src=x onerror=alert(1)></textarea>`,
  `<xmp><img src=x onerror=alert(1)></xmp>`,
  `<!--[if gte IE 4]><script>alert(1)</script><![endif]-->`,
  `<![CDATA[<script>alert(1)</script>]]>`,
  `<p onclick=alert(1) data-x=1>x</p>`,
  `<a href="https://ok.example" target="_self" rel="opener" onmouseover="alert(1)">x</a>`,
  `<img src="data:image/svg+xml;base64,PHN2Zy8+">`,
  `<img src="data:text/html;base64,PHN2Zy8+" srcset="https://evil.example/a 2x">`,
  `<table background="https://evil.example/a.png"><tr><td background=x>x`,
  `<video src=x poster=https://evil.example><audio src=x onerror=alert(1)>`,
  `"><img src=x onerror=alert(1)>`,
  `<plaintext><script>alert(1)</script>`,
  `<x-foo onpointerenter=alert(1)>x</x-foo>`,
];

/** Every tag and attribute that is left. */
const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/gi;
const FOREIGN =
  /^(?:script|iframe|object|embed|form|input|button|select|textarea|svg|math|template|noscript|link|meta|base|video|audio|xmp|x-foo|plaintext)$/;

function expectHarmless(html: string): void {
  const sheet = /^<style>([^<]*)<\/style>/.exec(html)?.[1] ?? "";
  expect(sheet).not.toMatch(/url|import|image-set|prefers|\\/i);
  expect(html.replace(TAG, "").replace(sheet, "")).not.toMatch(/[<>]/);
  for (const [, , tag = "", attributes = ""] of html.matchAll(TAG)) {
    expect(tag).not.toMatch(FOREIGN);
    for (const [, name = "", value = ""] of attributes.matchAll(/([a-z-]+)="([^"]*)"/gi)) {
      expect(name).not.toMatch(/^on|^(?:srcset|background|action|srcdoc|data-x|poster)$/);
      if (name === "href") expect(value).toMatch(/^(?:https?|mailto|tel):/);
      if (name === "target") expect(value).toBe("_blank");
      if (name === "src") expect(value).toMatch(/^(?:https?|cid):|^data:image\/(?:png|jpeg|gif)/);
      if (name === "style") expect(value).not.toMatch(/url|expression|position|vh|\\/);
    }
  }
}

describe("hostile HTML", () => {
  test.each(HOSTILE)("%s", (html) => expectHarmless(mailHtml(html)));

  test.each(HOSTILE)("is clean after one wash: %s", (html) => {
    const safe = mailHtml(html);
    expect(mailHtml(safe)).toBe(safe);
  });

  test("whatever pieces are put together, a second wash changes nothing", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...HOSTILE,
        ...[
          "</p>",
          "<p>",
          "<b>",
          "</div>",
          "<a href='",
          "'>",
          '">',
          "<!--",
          "-->",
          "&lt;",
          "&",
          "<",
          "<style>",
        ],
        ...[
          "</style>",
          "p{color:red}",
          "<table>",
          "<td>",
          "<body style='color:red'>",
          "</body>",
          "<pre>\n",
          "<li>",
        ],
      ),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
        const safe = mailHtml(pieces.join(""));
        expectHarmless(safe);
        expect(mailHtml(safe)).toBe(safe);
      }),
      { numRuns: 3000 },
    );
  });
});

test("a newsletter keeps its tables, colours and pictures", () => {
  const html = `<table width="600" bgcolor="#ffffff" align="center" cellpadding="0" role="presentation"><tbody><tr><td colspan="2" valign="top" style="padding:20px;color:#333 !important"><img width="200" height="80" alt="Logo" src="https://shop.example/logo.png" /><font color="red" face="Arial">Rea!</font></td></tr></tbody></table>`;
  expect(mailHtml(html)).toBe(html);
});

test("what quotes are recognised by stays", () => {
  const html = `<div class="gmail_quote"><blockquote type="cite" class="x">a</blockquote></div><div id="divRplyFwdMsg">b</div><div data-quoted>c</div>`;
  expect(mailHtml(html)).toBe(html);
});

test("paragraphs of an Outlook mail keep the spacing its style sheet gives them", () => {
  const html = `<html><head><style><!-- p.MsoNormal {margin:0cm; mso-pagination:none; font-size:11.0pt;} --></style></head><body lang=SV><p class=MsoNormal>Hej<o:p></o:p></p></body></html>`;
  expect(mailHtml(html)).toBe(
    `<style>p.MsoNormal{margin:0cm;font-size:11.0pt}</style><p class="MsoNormal">Hej</p>`,
  );
});

test("the page's colours become the mail's own box", () => {
  expect(mailHtml(`<body bgcolor="#eee"><style>body{color:#222}</style>Hej</body>`)).toBe(
    `<style>.mail{color:#222}</style><div bgcolor="#eee">Hej</div>`,
  );
});

test.each([
  ["https://shop.example/a?b=1&c=2", "https://shop.example/a?b=1&amp;c=2"],
  ["//shop.example/a", "https://shop.example/a"],
  ["cid:logo@shop.example", "cid:logo@shop.example"],
  ["data:image/png;base64,iVBORw0KGgo=", "data:image/png;base64,iVBORw0KGgo="],
])("a picture keeps its address: %s", (src, kept) => {
  expect(mailHtml(`<img src="${src}" />`)).toBe(`<img src="${kept}" />`);
});

test.each(["/app/tickets", "logo.png", "#top", "file:///etc/passwd", "ftp://x.example", "https://"])(
  "a link or picture at %s leads nowhere",
  (address) => {
    expect(mailHtml(`<a href="${address}">x</a><img src="${address}" alt="y" />`)).toBe(
      `<a>x</a><img alt="y" />`,
    );
  },
);

test("links open elsewhere and do not tell where they came from", () => {
  expect(mailHtml(`<a href="https://a.example/b">x</a>`)).toBe(
    `<a href="https://a.example/b" target="_blank" rel="noopener noreferrer nofollow">x</a>`,
  );
});

test.each([
  "<ul><li>",
  "<svg>",
  "<b><i>",
  "<div>",
  "<",
  "<a ",
  "<td style=\"'",
  "<style>a{",
  "<style>@media x{",
  "<!--",
])("half a megabyte of %j is dealt with at once", (piece) => {
  const from = process.cpuUsage();
  expectHarmless(mailHtml(piece.repeat(500_000 / piece.length)));
  // Time of our own: a busy machine takes longer by the clock.
  expect(process.cpuUsage(from).user).toBeLessThan(3_000_000);
});
