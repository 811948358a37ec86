import { expect, test } from "vitest";
import { momentAt } from "../lib/wall-clock.ts";
import { DAY, later } from "../lib/clock.ts";
import { mayWakeAt, snoozesAt } from "./snooze.ts";

const STOCKHOLM = "Europe/Stockholm";

/** What is offered at a local time, as local times. */
function offered(local: string, zone = STOCKHOLM) {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = local.split(/\D/).map(Number);
  const shown = (at: Date) => at.toLocaleString("sv", { timeZone: zone }).slice(0, 16);
  return snoozesAt(momentAt({ year, month, day, hour, minute }, zone), zone).map(
    ({ id, until }) => `${id} ${shown(until)}`,
  );
}

test.each([
  [
    "a Wednesday morning",
    "2026-11-25 08:10",
    ["later-today 2026-11-25 11:30", "tomorrow 2026-11-26 09:00", "next-week 2026-11-30 09:00"],
  ],
  [
    "on the half hour",
    "2026-11-25 10:00",
    ["later-today 2026-11-25 13:00", "tomorrow 2026-11-26 09:00", "next-week 2026-11-30 09:00"],
  ],
  [
    "the last time that is still today",
    "2026-11-25 19:00",
    ["later-today 2026-11-25 22:00", "tomorrow 2026-11-26 09:00", "next-week 2026-11-30 09:00"],
  ],
  ["late in the evening", "2026-11-25 19:01", ["tomorrow 2026-11-26 09:00", "next-week 2026-11-30 09:00"]],
  ["just before midnight", "2026-11-25 23:59", ["tomorrow 2026-11-26 09:00", "next-week 2026-11-30 09:00"]],
  [
    "before dawn",
    "2026-11-25 00:30",
    ["later-today 2026-11-25 09:00", "tomorrow 2026-11-26 09:00", "next-week 2026-11-30 09:00"],
  ],
  [
    "a Friday",
    "2026-11-27 15:00",
    ["later-today 2026-11-27 18:00", "tomorrow 2026-11-28 09:00", "next-week 2026-11-30 09:00"],
  ],
  ["a Saturday", "2026-11-28 20:00", ["tomorrow 2026-11-29 09:00", "next-week 2026-11-30 09:00"]],
  ["a Sunday: tomorrow is next week", "2026-11-29 20:00", ["tomorrow 2026-11-30 09:00"]],
  ["a Monday", "2026-11-30 20:00", ["tomorrow 2026-12-01 09:00", "next-week 2026-12-07 09:00"]],
  ["New Year's Eve", "2026-12-31 20:00", ["tomorrow 2027-01-01 09:00", "next-week 2027-01-04 09:00"]],
  [
    "the night before clocks go forward",
    "2026-03-28 23:00",
    ["tomorrow 2026-03-29 09:00", "next-week 2026-03-30 09:00"],
  ],
  [
    "the night clocks go back",
    "2026-10-25 01:30",
    ["later-today 2026-10-25 09:00", "tomorrow 2026-10-26 09:00"],
  ],
])("%s", (_, at, times) => {
  expect(offered(at)).toEqual(times);
});

test("it is the agent's own day: late in Stockholm is noon in New York", () => {
  expect(offered("2026-11-25 15:00", "America/New_York")[0]).toBe("later-today 2026-11-25 18:00");
});

test("a ticket wakes some time ahead, within a year", () => {
  const now = new Date("2026-11-28T10:00:00Z");
  expect([-1, 0, 1, 366 * DAY, 367 * DAY].map((ms) => mayWakeAt(later(now, ms), now))).toEqual([
    false,
    false,
    true,
    true,
    false,
  ]);
});
