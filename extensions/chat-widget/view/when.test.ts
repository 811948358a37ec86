import { expect, test } from "vitest";
import { backTime } from "./when.ts";

const now = Date.parse("2026-11-27T20:00:00Z");

test.each([
  ["2026-11-27T21:30:00Z", "en", "Europe/Stockholm", "today 10:30 PM"],
  ["2026-11-28T08:00:00Z", "sv", "Europe/Stockholm", "i morgon 09:00"],
  ["2026-11-30T08:00:00Z", "fi", "Europe/Helsinki", "maanantai 10.00"],
  ["2026-11-30T08:00:00Z", "de", "America/New_York", "Montag 03:00"],
  ["2026-11-28T00:30:00Z", "nb", "America/New_York", "i dag 19:30"],
  ["2027-01-04T08:00:00Z", "da", "Europe/Copenhagen", "4. januar 09.00"],
])("back at %s is said in %s, in %s, as %j", (at, language, zone, said) => {
  expect(backTime(at, now, language, zone)).toBe(said);
});
