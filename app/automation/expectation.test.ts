import { expect, test } from "vitest";
import { STOREFRONT_LANGUAGES } from "../i18n/storefront-language.ts";
import { readLocal } from "../lib/wall-clock.ts";
import { sayExpectation } from "../mail/expectation.ts";
import type { Interval } from "../settings/hours.ts";
import { expectAnswer } from "./expectation.ts";
import type { Hours } from "./hours.ts";

const timeZone = "Europe/Stockholm";
const nine: Interval[] = [{ from: "09:00", to: "17:00" }];
const office: Hours = {
  timeZone,
  week: { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine, sat: [], sun: [] },
  days: [],
};
const saying = (local: string, { hours = office, within = 24, locale = "en" } = {}) => {
  const at = readLocal(local, timeZone) ?? new Date(NaN);
  return sayExpectation({ what: expectAnswer(hours, within, at), at, timeZone }, locale);
};

test.each([
  ["on a Tuesday noon", "2026-11-24T12:00", 24, "We usually answer within 24 hours."],
  [
    "on a Tuesday at half past four, as Wednesday is near",
    "2026-11-24T16:30",
    24,
    "We usually answer within 24 hours.",
  ],
  ["on a Friday morning", "2026-11-27T10:00", 24, "We usually answer within 24 hours."],
  [
    "late on a Friday",
    "2026-11-27T16:30",
    24,
    "If we do not get to it before we close, we are back Monday at 09:00.",
  ],
  [
    "soon before closing",
    "2026-11-24T16:30",
    2,
    "If we do not get to it before we close, we are back tomorrow at 09:00.",
  ],
  ["with an hour promised", "2026-11-24T12:00", 1, "We usually answer within one hour."],
  ["on a Friday night", "2026-11-27T21:00", 24, "We are closed right now and back Monday at 09:00."],
  ["early in the morning", "2026-11-24T07:00", 24, "We are closed right now and back today at 09:00."],
])("%s", (_, local, within, said) => {
  expect(saying(local, { within })).toBe(said);
});

test("without hours it is what the merchant promises, and a shop that never opens promises nothing", () => {
  const always = { ...office, week: null };
  expect(saying("2026-11-28T03:00", { hours: always })).toBe("We usually answer within 24 hours.");
  const never = { ...office, week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] } };
  expect(saying("2026-11-28T03:00", { hours: never })).toBe(
    "We are closed right now and will answer when we are back.",
  );
});

test("in every language", () => {
  const all = STOREFRONT_LANGUAGES.map((locale) => saying("2026-11-28T12:00", { locale }));
  expect(all).toEqual([
    "We are closed right now and back Monday at 09:00.",
    "Vi har stängt just nu och är tillbaka på måndag kl. 09:00.",
    "Vi har stengt akkurat nå og er tilbake mandag kl. 09:00.",
    "Vi har lukket lige nu og er tilbage på mandag kl. 09.00.",
    "Olemme juuri nyt suljettuna ja palaamme maanantaina klo 9.00.",
    "Wir haben gerade geschlossen und sind am Montag um 09:00 Uhr wieder da.",
  ]);
  for (const locale of STOREFRONT_LANGUAGES)
    expect(saying("2026-11-27T16:30", { locale })).toMatch(/^\p{Lu}.+\.$/u);
});
