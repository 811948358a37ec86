import { expect, test } from "vitest";
import { hoursSchema } from "../settings/hours.ts";
import {
  ALL_DAY,
  copyDay,
  endOf,
  isSound,
  oneMore,
  stillToCome,
  troubleWith,
  usualWeek,
  withDay,
  withHolidays,
} from "./draft-hours.ts";

test("a merchant begins with a week that can be kept", () => {
  expect(hoursSchema.safeParse({ week: usualWeek() }).success).toBe(true);
  expect(isSound({ week: usualWeek(), days: [] })).toBe(true);
});

test("hours end on their day, at midnight, in the next day, or after a day and a night", () => {
  const ends = [
    ["09:00", "17:00"],
    ["18:00", "00:00"],
    ["18:00", "23:59"],
    ["21:00", "02:00"],
    ["00:00", "00:00"],
    ["00:00", "24:00"],
    ["07:00", "07:00"],
  ].map(([from = "", to = ""]) => endOf({ from, to }));
  expect(ends).toEqual(["same-day", "midnight", "midnight", "next-day", "all-day", "all-day", "all-day"]);
});

test("another stretch comes after those there are, and fits", () => {
  const two = oneMore(oneMore([]));
  expect(two).toEqual([
    { from: "09:00", to: "17:00" },
    { from: "18:00", to: "21:00" },
  ]);
  expect(troubleWith(oneMore(two))).toBeNull();
});

test("a day's hours are copied to weekdays, the weekend or all", () => {
  const week = { ...usualWeek(), mon: [ALL_DAY] };
  expect(copyDay(week, "mon", "weekdays")).toMatchObject({ fri: [ALL_DAY], sat: [] });
  expect(copyDay(week, "mon", "weekend")).toMatchObject({ fri: usualWeek().fri, sun: [ALL_DAY] });
  expect(copyDay(week, "sat", "all")).toMatchObject({ mon: [], fri: [] });
});

test("what can't be kept is told: a time left out, two that overlap", () => {
  const overlapping = [
    { from: "11:00", to: "13:00" },
    { from: "09:00", to: "12:00" },
  ];
  expect(troubleWith([{ from: "", to: "12:00" }])).toEqual({ kind: "empty" });
  expect(troubleWith(overlapping)).toEqual({ kind: "overlap", one: overlapping[1], other: overlapping[0] });
  expect(isSound({ week: null, days: [{ date: "2026-12-24", name: "", intervals: overlapping }] })).toBe(
    false,
  );
});

test("a date stands once among the special days, in order; what is no date is not added", () => {
  const eve = { date: "2026-12-24", name: "Julafton", intervals: [] };
  const days = withDay([eve], { date: "2026-12-23", name: "", intervals: [ALL_DAY] });
  expect(days.map(({ date }) => date)).toEqual(["2026-12-23", "2026-12-24"]);
  expect(withDay(days, { ...eve, name: "again" })).toBe(days);
  expect(withDay(days, { ...eve, date: "" })).toBe(days);
  expect(stillToCome(days, "2026-12-24")).toEqual([eve]);
});

test("holidays are added once, and only such as fall on days that have hours", () => {
  const own = [{ date: "2026-12-24", name: "Kort dag", intervals: [{ from: "09:00", to: "12:00" }] }];
  const days = withHolidays(own, "SE", "2026-11-28", usualWeek());
  expect(days[0]).toEqual(own[0]);
  expect(days.map(({ name }) => name)).toContain("Långfredagen");
  // A Sunday, and a Saturday.
  for (const name of ["Påskdagen", "Annandag jul"]) expect(days.map((day) => day.name)).not.toContain(name);
  expect(withHolidays(days, "SE", "2026-11-28", usualWeek())).toEqual(days);
});
