import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Expected } from "../expectation.ts";
import { composeAcknowledgement } from "./acknowledgement.ts";
import { composeReply, subjectOf } from "./reply.ts";

const within = (hours: number): Expected => ({
  what: { kind: "within", hours },
  at: new Date("2026-11-27T11:00Z"),
  timeZone: "UTC",
});

describe("the subject of a reply", () => {
  test.each([
    ["Fel storlek", "Re: Fel storlek [FR-1042]"],
    ["Re: Fel storlek", "Re: Fel storlek [FR-1042]"],
    ["SV: RE: Sv: Fel storlek", "Re: Fel storlek [FR-1042]"],
    ["VS: Väärä koko", "Re: Väärä koko [FR-1042]"],
    ["AW: WG: Größe", "Re: WG: Größe [FR-1042]"],
    ["Fwd: Fel storlek", "Re: Fel storlek [FR-1042]"],
    ["Re:Re: Fel storlek [FR-1042]", "Re: Fel storlek [FR-1042]"],
    ["[FR-1042]", "Re: [FR-1042]"],
    ["", "Re: [FR-1042]"],
    ["Resan: när?", "Re: Resan: när? [FR-1042]"],
    ["[FR-10] och [FR-104]", "Re: [FR-10] och [FR-104] [FR-1042]"],
  ])("%j becomes %j", (subject, expected) => {
    expect(subjectOf(subject, "FR-1042")).toBe(expected);
  });

  test("answering an answer changes it no more", () => {
    fc.assert(
      fc.property(fc.string(), (subject) => {
        const once = subjectOf(subject, "FR-1042");
        return (
          subjectOf(once, "FR-1042") === once &&
          once.startsWith("Re: ") &&
          once.split("[FR-1042]").length === Math.max(2, subject.split("[FR-1042]").length)
        );
      }),
    );
  });
});

describe("a reply", () => {
  const bare = {
    html: null,
    quote: null,
    signature: "",
    subject: "Byte",
    number: "FR-1",
    begins: "Re" as const,
  };

  test("says the same in both parts, signature last", () => {
    const mail = composeReply({
      ...bare,
      text: "Hej!\n\nVi byter den.\n",
      signature: "Vänliga hälsningar\nTove",
    });
    expect(mail.text).toBe("Hej!\n\nVi byter den.\n\nVänliga hälsningar\nTove");
    expect(mail.html).toContain("<p>Hej!</p>\n<p>Vi byter den.</p>\n<p>Vänliga hälsningar<br>\nTove</p>");
  });

  test("without a signature is the text alone", () => {
    expect(composeReply({ ...bare, text: "Hej!" }).text).toBe("Hej!");
  });

  test("that begins the conversation answers nothing", () => {
    expect(composeReply({ ...bare, text: "Hej!", begins: null }).subject).toBe("Byte [FR-1]");
    expect(composeReply({ ...bare, text: "Hej!", begins: "Fwd" }).subject).toBe("Fwd: Byte [FR-1]");
  });
});

describe("an acknowledgement", () => {
  const about = { sender: "Fjällrum", number: "FR-1042", expected: within(24) };

  test.each([
    ["en", "We have received"],
    ["sv", "Vi har tagit emot"],
    ["sv-SE", "Vi har tagit emot"],
    ["SV_se", "Vi har tagit emot"],
    ["nb", "Vi har mottatt"],
    ["no", "Vi har mottatt"],
    ["nn-NO", "Vi har mottatt"],
    ["da", "Vi har modtaget"],
    ["fi", "Olemme vastaanottaneet"],
    ["de-AT", "Wir haben"],
    ["ja", "We have received"],
    ["", "We have received"],
    ["constructor", "We have received"],
    ["__proto__", "We have received"],
  ])("in %s begins %j", (locale, words) => {
    expect(composeAcknowledgement({ ...about, locale }).subject).toMatch(new RegExp(`^${words}`));
  });

  test.each(["en", "sv", "nb", "da", "fi", "de"])(
    "in %s names number, hours and sender, and one hour in words",
    (locale) => {
      const mail = composeAcknowledgement({ ...about, locale });
      expect(mail.subject).toContain("[FR-1042]");
      for (const part of [mail.text, mail.html]) {
        expect(part).toContain("FR-1042");
        expect(part).toContain("24");
        expect(part).toContain("Fjällrum");
      }
      expect(composeAcknowledgement({ ...about, locale, expected: within(1) }).text).not.toMatch(/\b1\b/);
    },
  );

  test("there is nothing a submitter could put into it: it knows number, hours, language and the shop's name only", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (locale) => {
        const said = JSON.stringify(composeAcknowledgement({ ...about, locale }));
        const known = ["en", "sv", "nb", "da", "fi", "de"].map((language) =>
          JSON.stringify(composeAcknowledgement({ ...about, locale: language })),
        );
        return known.includes(said);
      }),
    );
  });
});
