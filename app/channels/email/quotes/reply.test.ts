import { expect, test } from "vitest";
import { htmlToText } from "../../../lib/safe-html.ts";
import { readReply } from "./reply.ts";

const block = "Från: Solros <hej@solros.example>\nSkickat: den 5 mars 2024 10:12\nTill: Tuva\nÄmne: Order";

test("a mail of HTML alone is trimmed where its HTML says", () => {
  const html = `<p>Blå tack</p><div class="gmail_quote"><div>Xyzzy Solros:</div><blockquote>Vilken färg?</blockquote></div>`;
  const read = readReply({ subject: "Sv: Order", text: htmlToText(html), hasText: false, html });
  expect(read.trimmed).toBe("Blå tack");
  expect(read.html).toContain("<div data-quoted>");
});

test("a mail of HTML alone with answers between the lines is shown whole", () => {
  const html = `<blockquote type="cite">Färg?</blockquote>Blå<blockquote type="cite">Storlek?</blockquote>38`;
  const read = readReply({ subject: "Sv: Order", text: htmlToText(html), hasText: false, html });
  expect(read).toEqual({ trimmed: null, html });
});

test("text of its own is trimmed by itself", () => {
  const read = readReply({
    subject: "Sv: Order",
    text: `Ja\n\n${block}\n\nHej`,
    hasText: true,
    html: "<p>Ja</p>",
  });
  expect(read).toEqual({ trimmed: "Ja", html: "<p>Ja</p>" });
});

test("a mail passed on is shown whole, an answer to such a mail is not", () => {
  const text = `Kan ni svara på det här?\n\n${block}\n\nHej`;
  for (const subject of ["Fwd: Order", "VB: Order", "WG: Bestellung", "VS: Bestilling", "TR : Commande"]) {
    expect(readReply({ subject, text, hasText: true, html: null }).trimmed).toBeNull();
  }
  const answer = readReply({ subject: "Re: Fwd: Order", text, hasText: true, html: null });
  expect(answer.trimmed).toBe("Kan ni svara på det här?");
});

test("VS in the subject is a Finn's answer", () => {
  const finnish =
    "Lähettäjä: Solros <hej@solros.example>\nLähetetty: 5.3.2024 10.12\nVastaanottaja: Tuva\nAihe: Tilaus";
  const read = readReply({
    subject: "VS: Tilaus",
    text: `Kiitos\n\n${finnish}\n\nHei`,
    hasText: true,
    html: null,
  });
  expect(read.trimmed).toBe("Kiitos");
});
