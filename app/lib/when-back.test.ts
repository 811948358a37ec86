import { expect, test } from "vitest";
import { STOREFRONT_LANGUAGES } from "../i18n/storefront-language.ts";
import { sayMinutes, sayWhenBack, writeWhenBack } from "./when-back.ts";

/** A Saturday noon in Stockholm. */
const now = new Date("2026-11-28T11:00Z");
const say = (back: string, locale: string, timeZone = "Europe/Stockholm") =>
  sayWhenBack(new Date(back), now, { locale, timeZone });

test.each([
  ["en", "today at 14:00", "tomorrow at 09:00", "Monday at 09:00", "Monday 7 December at 09:00"],
  ["sv", "i dag kl. 14:00", "i morgon kl. 09:00", "på måndag kl. 09:00", "måndag den 7 december kl. 09:00"],
  ["nb-NO", "i dag kl. 14:00", "i morgen kl. 09:00", "mandag kl. 09:00", "mandag 7. desember kl. 09:00"],
  ["da", "i dag kl. 14.00", "i morgen kl. 09.00", "på mandag kl. 09.00", "mandag den 7. december kl. 09.00"],
  [
    "fi",
    "tänään klo 14.00",
    "huomenna klo 9.00",
    "maanantaina klo 9.00",
    "maanantaina 7. joulukuuta klo 9.00",
  ],
  [
    "de-AT",
    "heute um 14:00 Uhr",
    "morgen um 09:00 Uhr",
    "am Montag um 09:00 Uhr",
    "am Montag, den 7. Dezember, um 09:00 Uhr",
  ],
])("in %s", (locale, today, tomorrow, monday, later) => {
  expect(say("2026-11-28T13:00Z", locale)).toBe(today);
  expect(say("2026-11-29T08:00Z", locale)).toBe(tomorrow);
  expect(say("2026-11-30T08:00Z", locale)).toBe(monday);
  expect(say("2026-12-07T08:00Z", locale)).toBe(later);
});

test("it is the clock and the day of who reads it that count", () => {
  expect(say("2026-11-30T08:00Z", "en-US", "America/New_York")).toBe("Monday at 3:00 AM");
  expect(say("2026-11-28T15:30Z", "en-GB", "Asia/Tokyo")).toBe("tomorrow at 00:30");
  expect(say("2026-11-30T08:00Z", "sv-SE", "Asia/Tokyo")).toBe("på måndag kl. 17:00");
});

test("in a week it is the date, and a language we don't speak gets English", () => {
  expect(say("2026-12-05T08:00Z", "en")).toBe("Saturday 5 December at 09:00");
  expect(say("2026-12-04T08:00Z", "pl-PL")).toBe("Friday at 09:00");
  expect(say("2026-12-04T08:00Z", "xx_weird")).toBe("Friday at 09:00");
});

test("what is read on another day names the day", () => {
  const write = (back: string, locale: string) =>
    writeWhenBack(new Date(back), now, { locale, timeZone: "Europe/Stockholm" });
  expect(write("2026-11-28T13:00Z", "en")).toBe("Saturday at 14:00");
  expect(write("2026-11-29T08:00Z", "sv")).toBe("på söndag kl. 09:00");
  expect(write("2026-12-07T08:00Z", "de")).toBe("am Montag, den 7. Dezember, um 09:00 Uhr");
});

test("minutes are counted in every language", () => {
  expect(STOREFRONT_LANGUAGES.map((language) => sayMinutes(5, language))).toEqual([
    "5 minutes",
    "5 minuter",
    "5 minutter",
    "5 minutter",
    "5 minuuttia",
    "5 Minuten",
  ]);
  expect(sayMinutes(1, "en-US")).toBe("1 minute");
});
