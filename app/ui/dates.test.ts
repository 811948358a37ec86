import { expect, test } from "vitest";
import { dayName, dayOf, formatAge, formatAgo, formatClock } from "./dates.ts";

const now = new Date("2025-11-21T14:00:00Z");
const stockholm = { locale: "sv", timeZone: "Europe/Stockholm" };
const london = { locale: "en-GB", timeZone: "Europe/London" };

test.each<[string, string | null, string]>([
  ["2025-11-21T14:00:30Z", null, "a clock that is ahead"],
  ["2025-11-21T13:59:10Z", null, "less than a minute"],
  ["2025-11-21T13:55:00Z", "5 min", "minutes"],
  ["2025-11-21T11:00:00Z", "3 tim", "hours"],
  ["2025-11-20T13:00:00Z", "20 nov.", "a day and more"],
  ["2024-12-24T13:00:00Z", "24 dec. 2024", "another year"],
])("%s reads %s (%s)", (at, shown) => {
  expect(formatAge(new Date(at), now, stockholm)).toBe(shown);
});

test.each<[string, string | null]>([
  ["2025-11-21T13:59:10Z", null],
  ["2025-11-21T13:55:00Z", "för 5 minuter sedan"],
  ["2025-11-21T11:00:00Z", "för 3 timmar sedan"],
  ["2025-11-20T13:00:00Z", "20 nov."],
])("inside a sentence %s reads %s", (at, shown) => {
  expect(formatAgo(new Date(at), now, stockholm)).toBe(shown);
});

test("the day is the reader's: late in London is tomorrow in Stockholm", () => {
  const late = new Date("2025-11-20T23:30:00Z");
  expect(dayOf(late, stockholm)).toBe("2025-11-21");
  expect(dayOf(late, london)).toBe("2025-11-20");
  expect(dayName(late, now, stockholm)).toBe("today");
  expect(dayName(late, now, london)).toBe("yesterday");
});

test("an older day is written out, with its year when it is not this one", () => {
  expect(dayName(new Date("2025-11-10T12:00:00Z"), now, london)).toEqual({ date: "Monday 10 November" });
  expect(dayName(new Date("2024-11-10T12:00:00Z"), now, stockholm)).toEqual({
    date: "söndag 10 november 2024",
  });
});

test("the clock follows the reader's zone", () => {
  expect(formatClock(now, stockholm)).toBe("15:00");
});
