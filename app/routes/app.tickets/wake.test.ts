import { expect, test } from "vitest";
import { formatWake } from "./wake.ts";

const now = new Date("2026-11-25T10:00:00Z");
const reader = { locale: "sv", timeZone: "Europe/Stockholm" };

test.each([
  ["2026-11-25T15:00:00Z", "16:00"],
  ["2026-11-26T07:00:00Z", "tors 08:00"],
  ["2026-12-14T07:00:00Z", "14 dec."],
  ["2026-11-20T07:00:00Z", "20 nov."],
])("a ticket that wakes at %s says %s", (at, words) => {
  expect(formatWake(new Date(at), now, reader)).toBe(words);
});
