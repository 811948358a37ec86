import { expect, test } from "vitest";
import { hoursSchema, isDate, minutesOf, overlapOf, WEEKDAYS } from "./hours.ts";

const week = (mon: unknown) => ({ ...Object.fromEntries(WEEKDAYS.map((day) => [day, []])), mon });
const fits = (value: unknown) => hoursSchema.safeParse(value).success;

test("nothing set is no week and no days", () => {
  expect(hoursSchema.parse({})).toEqual({ timeZone: null, week: null, days: [] });
});

test("hours that are not after their beginning go on to the next day", () => {
  expect(minutesOf({ from: "21:00", to: "02:00" })).toEqual({ from: 21 * 60, to: 26 * 60 });
  expect(minutesOf({ from: "00:00", to: "00:00" })).toEqual({ from: 0, to: 24 * 60 });
  expect(minutesOf({ from: "18:00", to: "23:59" })).toEqual({ from: 18 * 60, to: 24 * 60 });
});

test("two that share a minute are named, earlier first; such as touch are not", () => {
  const [morning, noon] = [
    { from: "09:00", to: "12:00" },
    { from: "11:00", to: "13:00" },
  ];
  expect(overlapOf([noon, morning])).toEqual([morning, noon]);
  expect(overlapOf([morning, { from: "12:00", to: "17:00" }])).toBeNull();
  expect(
    overlapOf([
      { from: "21:00", to: "02:00" },
      { from: "08:00", to: "21:00" },
    ]),
  ).toBeNull();
});

test.each([
  [{ timeZone: "Europe/Oslo", week: week([{ from: "00:00", to: "24:00" }]), days: [] }, true],
  [{ timeZone: "Europe/Atlantis" }, false],
  [{ week: week([{ from: "9:00", to: "17:00" }]) }, false],
  [{ week: week([{ from: "24:00", to: "02:00" }]) }, false],
  [
    {
      week: week([
        { from: "09:00", to: "12:00" },
        { from: "11:00", to: "13:00" },
      ]),
    },
    false,
  ],
  [{ week: week(Array(7).fill({ from: "09:00", to: "10:00" })) }, false],
  [{ week: { mon: [] } }, false],
  [{ days: [{ date: "2026-12-24", name: "Julafton", intervals: [] }] }, true],
  [{ days: [{ date: "2026-02-30", name: "", intervals: [] }] }, false],
  [
    {
      days: [
        { date: "2026-12-24", name: "a", intervals: [] },
        { date: "2026-12-24", name: "b", intervals: [] },
      ],
    },
    false,
  ],
])("%j fits: %s", (value, expected) => {
  expect(fits(value)).toBe(expected);
});

test("a date is one of the calendar", () => {
  expect(["2028-02-29", "2026-02-29", "24.12.2026", "2026-12-24T"].map(isDate)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
