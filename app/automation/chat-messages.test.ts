import { expect, test } from "vitest";
import { STOREFRONT_LANGUAGES } from "../i18n/storefront-language.ts";
import { chatMessagesSchema } from "../settings/chat-messages.ts";
import { composeChatMessage, fillIn, STANDARD, STATES, type AvailabilityState } from "./chat-messages.ts";

const about = {
  state: "closed" as AvailabilityState,
  backAt: new Date("2026-11-30T08:00Z"),
  usualMinutes: 4,
  now: new Date("2026-11-28T20:00Z"),
  locale: "sv-SE",
  timeZone: "Europe/Stockholm",
};
const standard = chatMessagesSchema.parse({});

test("a closed shop says when it is back, in the visitor's language and by their clock", () => {
  expect(composeChatMessage(standard, about)).toBe(
    "Tack för ditt meddelande! Vi har stängt just nu. Vi är tillbaka på måndag kl. 09:00 och svarar dig då.",
  );
  expect(composeChatMessage(standard, { ...about, locale: "en-US", timeZone: "America/New_York" })).toContain(
    "We are back Monday at 3:00 AM and",
  );
});

test("what is not known is not said", () => {
  expect(composeChatMessage(standard, { ...about, backAt: null })).toBe(
    "Tack för ditt meddelande! Vi har stängt just nu.",
  );
  const online = { ...about, state: "online" as const, locale: "en" };
  expect(composeChatMessage(standard, online)).toContain("An answer usually takes 4 minutes.");
  expect(composeChatMessage(standard, { ...online, usualMinutes: null })).toBe(
    "Thank you for your message! We will be with you in a moment.",
  );
});

test("the merchant's own text is said in its language, the standard one in the others", () => {
  const own = chatMessagesSchema.parse({
    closed: { on: true, texts: { sv: "Stängt.\nÖppnar kl. {{ back }}. Svar tar {{minutes}}." } },
  });
  expect(composeChatMessage(own, about)).toBe("Stängt.\nÖppnar kl. på måndag kl. 09:00. Svar tar 4 minuter.");
  expect(composeChatMessage(own, { ...about, backAt: null })).toBe("Stängt.\nSvar tar 4 minuter.");
  expect(composeChatMessage(own, { ...about, locale: "fi" })).toContain("maanantaina klo 9.00");
});

test("a state that is switched off says nothing, nor does a text of which nothing is known", () => {
  const off = chatMessagesSchema.parse({ closed: { on: false, texts: { sv: "Stängt." } } });
  expect(composeChatMessage(off, about)).toBeNull();
  const only = chatMessagesSchema.parse({ closed: { on: true, texts: { sv: "Åter {{back}}." } } });
  expect(composeChatMessage(only, { ...about, backAt: null })).toBeNull();
});

test("every standard text can be said whatever is known, and holds no variable unfilled", () => {
  for (const state of STATES)
    for (const language of STOREFRONT_LANGUAGES)
      for (const known of [about, { ...about, backAt: null, usualMinutes: null }]) {
        const text = fillIn(STANDARD[state][language], { ...known, locale: language });
        expect(text).toMatch(/^\S.{20,}[.!]$/);
        expect(text).not.toMatch(/[{}]/);
      }
});
