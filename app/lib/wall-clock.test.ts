import fc from "fast-check";
import { expect, test } from "vitest";
import { firstMomentFrom, isTimeZone, momentAt, readLocal, wallAt, writeLocal } from "./wall-clock.ts";

test.each([
  ["Europe/Stockholm", "2026-11-28T14:05", "2026-11-28T13:05:00.000Z"],
  ["Europe/Stockholm", "2026-07-01T09:00", "2026-07-01T07:00:00.000Z"],
  ["America/Los_Angeles", "2026-11-28T22:00", "2026-11-29T06:00:00.000Z"],
  ["Asia/Kathmandu", "2026-11-28T09:00", "2026-11-28T03:15:00.000Z"],
  // Clocks go forward from 02:00 to 03:00: 02:30 is never shown.
  ["Europe/Stockholm", "2026-03-29T02:30", "2026-03-29T01:30:00.000Z"],
  // Clocks go back from 03:00 to 02:00: 02:30 is shown twice.
  ["Europe/Stockholm", "2026-10-25T02:30", "2026-10-25T00:30:00.000Z"],
])("in %s %s is %s", (zone, local, utc) => {
  expect(readLocal(local, zone)?.toISOString()).toBe(utc);
});

test.each(["", "2026-11-28", "tomorrow", "2026-00-10T10:00"])("%j is no time", (text) => {
  expect(readLocal(text, "Europe/Oslo")).toBeNull();
});

test("a day beyond the month's end is in the next one", () => {
  const at = momentAt({ year: 2026, month: 11, day: 31, hour: 9, minute: 0 }, "Europe/Oslo");
  expect(writeLocal(at, "Europe/Oslo")).toBe("2026-12-01T09:00");
});

test("what a clock shows leads back to a moment at which it shows that", () => {
  const zones = [
    "Europe/Stockholm",
    "America/New_York",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "Pacific/Apia",
  ];
  fc.assert(
    fc.property(
      fc.date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }),
      fc.constantFrom(...zones),
      (at, zone) => {
        const wall = wallAt(at, zone);
        expect(wallAt(momentAt(wall, zone), zone)).toEqual(wall);
      },
    ),
  );
});

test("what clocks never show is the moment at which they jump over it", () => {
  const shown = { year: 2026, month: 3, day: 29, hour: 2, minute: 30 };
  expect(firstMomentFrom(shown, "Europe/Stockholm").toISOString()).toBe("2026-03-29T01:00:00.000Z");
  expect(firstMomentFrom({ ...shown, hour: 3 }, "Europe/Stockholm").toISOString()).toBe(
    "2026-03-29T01:30:00.000Z",
  );
  // Half an hour, in October.
  const there = { year: 2026, month: 10, day: 4, hour: 2, minute: 10 };
  expect(firstMomentFrom(there, "Australia/Lord_Howe").toISOString()).toBe("2026-10-03T15:30:00.000Z");
});

test("a zone is one that clocks follow", () => {
  expect(["Europe/Oslo", "UTC", "Europe/Atlantis", "", "x".repeat(300)].map(isTimeZone)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
