import { describe, expect, test } from "vitest";
import { foldQuoted, withoutQuoted } from "./fold.ts";

const words = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
const folded = (html: string) => /<div data-quoted>(.*)<\/div>/s.exec(html)?.[1] ?? "";
const line = "Den tis 5 mars 2024 kl 10:12 skrev Solros &lt;hej@solros.example&gt;:";
const headers =
  "<b>Från:</b> Solros &lt;hej@solros.example&gt;<br><b>Skickat:</b> den 5 mars 2024 10:12<br><b>Till:</b> Tuva<br><b>Ämne:</b> Sv: Order";

describe("history is folded", () => {
  test.each([
    [
      "Gmail",
      `<div dir="ltr">Blå tack</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">${line}<br></div><blockquote class="gmail_quote"><div>Vilken färg?</div></blockquote></div>`,
    ],
    [
      "Gmail in a language nobody listed",
      `<div dir="ltr">Blå tack</div><div class="gmail_quote"><div class="gmail_attr">Xyzzy plugh Solros:<br></div><blockquote class="gmail_quote">Vilken färg?</blockquote></div>`,
    ],
    [
      "Gmail, without a blockquote",
      `Blå tack<div class="gmail_quote"><div class="gmail_quote">${line}<div>Vilken färg?</div></div></div>`,
    ],
    [
      "Gmail through Outlook",
      `<div>Blå tack</div><div class="x_gmail_quote"><div>${line}</div><blockquote>Vilken färg?</blockquote></div>`,
    ],
    [
      "Gmail with a signature",
      `<div>Blå tack</div><span class="gmail_signature_prefix">-- </span><br><div class="gmail_signature">Tuva Ek</div><div class="gmail_quote"><div>${line}</div><blockquote>Vilken färg?</blockquote></div>`,
    ],
    [
      "Apple Mail",
      `<html><body>Blå tack<br><div><br><blockquote type="cite"><div>5 mars 2024 kl. 10:12 skrev Solros &lt;hej@solros.example&gt;:</div><br><div>Vilken färg?</div></blockquote></div><br></body></html>`,
    ],
    [
      "iPhone",
      `<div dir="ltr">Blå tack</div><div dir="ltr"><br>Skickat från min iPhone</div><div dir="ltr"><br><blockquote type="cite">${line}<br><br></blockquote></div><blockquote type="cite"><div>Vilken färg?</div></blockquote>`,
    ],
    [
      "Thunderbird",
      `<p>Blå tack</p><div class="moz-cite-prefix">Den 2024-03-05 kl. 10:12, skrev Solros:<br></div><blockquote type="cite" cite="mid:x"><p>Vilken färg?</p></blockquote>`,
    ],
    [
      "Outlook on Windows",
      `<div class="WordSection1"><p class="MsoNormal">Blå tack</p><p>&nbsp;</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal">${headers}</p></div></div><p class="MsoNormal">Vilken färg?</p></div>`,
    ],
    [
      "Outlook on the web",
      `<div>Blå tack</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>Från:</b> Solros<br><b>Skickat:</b> i går</div><div>Vilken färg?</div>`,
    ],
    [
      "Outlook on the web, its marks gone",
      `<div>Blå tack</div><hr><div>${headers}</div><div>Vilken färg?</div>`,
    ],
    [
      "Hotmail",
      `<div>Blå tack<br><div><hr id="stopSpelling">Date: Tue, 5 Mar 2024 10:12:13 +0100<br>Subject: Order<br>From: hej@solros.example<br>To: tuva@post.example<br><br>Vilken färg?</div></div>`,
    ],
    [
      "Yahoo",
      `<div>Blå tack</div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>tisdag 5 mars 2024 10:12:00 CET, Solros skrev:</div><div>Vilken färg?</div></div>`,
    ],
    [
      "Proton",
      `<div>Blå tack</div><div class="protonmail_quote">On Tuesday, Solros wrote:<br><blockquote class="protonmail_quote" type="cite">Vilken färg?</blockquote></div>`,
    ],
    [
      "Roundcube",
      `<p>Blå tack</p><p id="reply-intro">Den 2024-03-05 10:12 skrev Solros:</p><blockquote type="cite">Vilken färg?</blockquote>`,
    ],
    [
      "Yandex",
      `<p>Blå tack<br><br>05.03.2024, 10:12, "Solros" &lt;<a href="mailto:hej@solros.example">hej@solros.example</a>&gt;:</p><blockquote>Vilken färg?</blockquote>`,
    ],
    ["text made into HTML", `<p>Blå tack<br><br>${line}<br>&gt; Hej<br>&gt; Vilken färg?</p>`],
    ["preformatted text", `<pre>Blå tack\n\n${line}\n&gt; Vilken färg?</pre>`],
    [
      "a layout of tables",
      `<table><tbody><tr><td>Blå tack</td></tr><tr><td>${headers}</td></tr><tr><td>Vilken färg?</td></tr></tbody></table>`,
    ],
    [
      "headers in cells of a table",
      `<p>Blå tack</p><table><tr><td>Från:</td><td>Solros &lt;hej@solros.example&gt;</td></tr><tr><td>Skickat:</td><td>den 5 mars 2024 10:12</td></tr><tr><td>Till:</td><td>Tuva</td></tr><tr><td>Ämne:</td><td>Order</td></tr></table><p>Vilken färg?</p>`,
    ],
  ])("%s", (_, html) => {
    const out = foldQuoted(html);
    expect(words(out)).toBe(words(html));
    expect(words(withoutQuoted(html) ?? "")).toBe("Blå tack");
    expect(words(folded(out))).toMatch(/Vilken färg\?$/);
  });

  test("a picture is something to see above it", () => {
    const html = `<img src="cid:skada"><div class="gmail_quote"><div>${line}</div><blockquote>Hur ser den ut?</blockquote></div>`;
    expect(withoutQuoted(html)).toBe('<img src="cid:skada">');
  });

  test("words above and below stay outside", () => {
    const html = `<p>Hej</p><div class="moz-cite-prefix">${line}</div><blockquote type="cite">Vilken?</blockquote><p>Den blå</p>`;
    expect(words(withoutQuoted(html) ?? "")).toBe("Hej Den blå");
  });

  test("a signature alone is folded, an indented paragraph above history is not", () => {
    expect(words(withoutQuoted(`<p>Hej</p><div class="moz-signature">-- <br>Tuva</div>`) ?? "")).toBe("Hej");
    const html = `<p>Se här</p><blockquote>indraget</blockquote><div>${line}</div><blockquote>Vilken?</blockquote>`;
    expect(withoutQuoted(html)).toBe("<p>Se här</p><div>indraget</div>");
  });

  test("what stands on both sides keeps its look", () => {
    const html = `<div style="color:red">Hej<br><b>${headers}</b><p>gammalt</p></div>`;
    expect(foldQuoted(html)).toBe(
      `<div style="color:red">Hej<br></div><div data-quoted><div style="color:red"><b>${headers}</b><p>gammalt</p></div></div>`,
    );
  });
});

describe("nothing is folded", () => {
  test.each([
    ["a letter", "<p>Hej <b>du</b> &amp; ni</p>"],
    [
      "Gmail's answers between the lines",
      `<div class="gmail_quote"><div class="gmail_attr">${line}</div><blockquote class="gmail_quote">Färg?</blockquote><div>Blå</div><blockquote class="gmail_quote">Storlek?</blockquote><div>38</div></div>`,
    ],
    [
      "Apple's answers between the lines",
      `<blockquote type="cite"><div>${line}</div>Färg?</blockquote><div>Blå</div><blockquote type="cite">Storlek?</blockquote><div>38</div>`,
    ],
    ["answers between lines with signs", `<p>${line}<br>&gt; Färg?<br>Blå<br>&gt; Storlek?<br>38</p>`],
    ["history alone", `<div class="gmail_quote"><div>${line}</div><blockquote>Färg?</blockquote></div>`],
    [
      "history below a pixel that counts readers",
      `<img src="x" width="1" height="1"><div class="gmail_quote"><div>${line}</div><blockquote>Färg?</blockquote></div>`,
    ],
    [
      "a mail passed on with Gmail",
      `<div>Vad är det här?</div><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: Solros &lt;hej@solros.example&gt;<br>Date: Tue, 5 Mar 2024 at 10:12<br>Subject: Order<br>To: Tuva</div>Hej</div>`,
    ],
    ["a quotation made by hand", `Så här sa ni:<blockquote class="gmail_quote">Fri frakt</blockquote>`],
    ["HTML deeper than any mail", "<div>".repeat(300) + line + "</div>".repeat(300)],
    ["nothing", ""],
  ])("%s", (_, html) => {
    expect(foldQuoted(html)).toBe(html);
    expect(withoutQuoted(html)).toBeNull();
  });
});

test("half a megabyte of tags takes its time once, not its square", { timeout: 60_000 }, () => {
  const from = performance.now();
  for (const part of ["<div>", "<br>", "<blockquote type=cite>a</blockquote>b", "a<br>&gt; b<br>"]) {
    foldQuoted(part.repeat(500_000 / part.length));
    foldQuoted(part.repeat(4_000));
  }
  expect(performance.now() - from).toBeLessThan(20_000);
});
