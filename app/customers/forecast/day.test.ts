import { expect, test } from "vitest";
import { dateOfDay, dayAt, nextNight } from "./day.ts";

test.each([
  ["2026-11-28T22:30:00Z", "UTC", "2026-11-28"],
  ["2026-11-28T23:30:00Z", "Europe/Stockholm", "2026-11-29"],
  ["2026-11-29T03:30:00Z", "America/New_York", "2026-11-28"],
])("%s in %s is %s", (at, timeZone, day) => {
  expect(
    dateOfDay(dayAt(new Date(at), timeZone))
      .toISOString()
      .slice(0, 10),
  ).toBe(day);
});

test.each([
  ["2026-11-28T01:00:00Z", "2026-11-28T02:00:00.000Z"],
  ["2026-11-28T02:00:00Z", "2026-11-29T02:00:00.000Z"],
  // Clocks go forward that night.
  ["2027-03-27T12:00:00Z", "2027-03-28T01:00:00.000Z"],
])("after %s the next night in Stockholm is %s", (at, night) => {
  expect(nextNight(new Date(at), "Europe/Stockholm").toISOString()).toBe(night);
});
