// complaints.md 16: overnight hours, holidays, both changes of the clocks, no gap at midnight.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { WEEKDAYS, type Interval, type SpecialDay, type Week } from "../settings/hours.ts";
import { readLocal, writeLocal } from "../lib/wall-clock.ts";
import { closesNext, hoursOf, isOpen, openMinutesBetween, opensNext, type Hours } from "./hours.ts";

const SWEDEN = "Europe/Stockholm";
const nine: Interval = { from: "09:00", to: "17:00" };
const weekOf = (intervals: Interval[], but: Partial<Week> = {}): Week => ({
  ...(Object.fromEntries(WEEKDAYS.map((day) => [day, intervals])) as Week),
  ...but,
});
const office = (but: Partial<Week> = {}, days: SpecialDay[] = [], timeZone = SWEDEN): Hours => ({
  timeZone,
  week: weekOf([nine], { sat: [], sun: [], ...but }),
  days,
});
const everyDay = (intervals: Interval[], timeZone = SWEDEN): Hours => ({
  timeZone,
  week: weekOf(intervals),
  days: [],
});
const moment = (local: string, zone = SWEDEN): Date => readLocal(local, zone) ?? new Date(NaN);
const local = (at: Date | null, zone = SWEDEN) => at && writeLocal(at, zone);
const fridayNights = office({ fri: [{ from: "21:00", to: "02:00" }], sat: [], thu: [] });

describe("it is open", () => {
  test.each<[string, Hours, string, boolean]>([
    ["in its hours", office(), "2026-11-27T12:00", true],
    ["from the first minute", office(), "2026-11-27T09:00", true],
    ["not before", office(), "2026-11-27T08:59", false],
    ["not from the minute it closes", office(), "2026-11-27T17:00", false],
    ["not at the weekend", office(), "2026-11-28T12:00", false],
    ["in the evening of hours that go on after midnight", fridayNights, "2026-11-27T23:30", true],
    ["after midnight, though Saturday has none of its own", fridayNights, "2026-11-28T01:59", true],
    ["until they end", fridayNights, "2026-11-28T02:00", false],
    [
      "between two stretches",
      everyDay([
        { from: "08:00", to: "12:00" },
        { from: "13:00", to: "18:00" },
      ]),
      "2026-11-27T12:30",
      false,
    ],
    [
      "in the second stretch",
      everyDay([
        { from: "13:00", to: "18:00" },
        { from: "08:00", to: "12:00" },
      ]),
      "2026-11-27T13:00",
      true,
    ],
    [
      "not on a holiday",
      office({}, [{ date: "2026-12-24", name: "Julafton", intervals: [] }]),
      "2026-12-24T12:00",
      false,
    ],
    [
      "in a special day's own hours",
      office({}, [{ date: "2026-12-23", name: "", intervals: [{ from: "09:00", to: "12:00" }] }]),
      "2026-12-23T13:00",
      false,
    ],
    [
      "on a Saturday with hours of its own",
      office({}, [{ date: "2026-11-28", name: "", intervals: [nine] }]),
      "2026-11-28T12:00",
      true,
    ],
    [
      "after midnight into a holiday, of hours that began before it",
      office({ fri: [{ from: "21:00", to: "02:00" }] }, [{ date: "2026-11-28", name: "", intervals: [] }]),
      "2026-11-28T01:00",
      true,
    ],
  ])("%s", (_, hours, at, open) => {
    expect(isOpen(hours, moment(at))).toBe(open);
  });

  test.each<[string, Interval]>([
    ["00:00 to 24:00", { from: "00:00", to: "24:00" }],
    ["00:00 to 00:00", { from: "00:00", to: "00:00" }],
    ["00:00 to 23:59", { from: "00:00", to: "23:59" }],
    ["07:00 to 07:00", { from: "07:00", to: "07:00" }],
  ])("every minute of the year with %s, and never closes or opens", (_, interval) => {
    const hours = everyDay([interval]);
    const from = moment("2026-01-01T12:00");
    for (const at of ["2026-11-27T23:59", "2026-11-28T00:00", "2026-03-29T03:00", "2026-10-25T02:30"])
      expect(isOpen(hours, moment(at))).toBe(true);
    expect(closesNext(hours, from)).toBeNull();
    expect(opensNext(hours, from)).toBeNull();
    expect(openMinutesBetween(hours, from, moment("2026-12-31T12:00"))).toBe(364 * 24 * 60);
  });

  test("always while no hours are set, by the store's own clock when no other is", () => {
    const hours = hoursOf({ timeZone: null, week: null, days: [] }, { timeZone: SWEDEN });
    const at = moment("2026-12-24T03:00");
    expect([isOpen(hours, at), opensNext(hours, at), closesNext(hours, at)]).toEqual([true, null, null]);
    expect(openMinutesBetween(hours, at, new Date(at.getTime() + 90_000))).toBe(1.5);
    expect(hours.timeZone).toBe(SWEDEN);
  });

  test("nowhere in a week without hours, and it never opens", () => {
    const at = moment("2026-11-27T12:00");
    const hours = everyDay([]);
    expect([isOpen(hours, at), opensNext(hours, at), closesNext(hours, at)]).toEqual([false, null, null]);
  });
});

describe("it opens next", () => {
  test.each<[string, Hours, string, string | null]>([
    ["this morning", office(), "2026-11-27T06:00", "2026-11-27T09:00"],
    ["on Monday after Friday evening", office(), "2026-11-27T17:00", "2026-11-30T09:00"],
    ["tomorrow while it is open", office(), "2026-11-26T09:00", "2026-11-27T09:00"],
    [
      "after the holidays",
      office({}, [
        { date: "2026-12-24", name: "", intervals: [] },
        { date: "2026-12-25", name: "", intervals: [] },
      ]),
      "2026-12-23T20:00",
      "2026-12-28T09:00",
    ],
    [
      "on its one day of the year",
      { ...everyDay([]), days: [{ date: "2027-11-01", name: "", intervals: [nine] }] },
      "2026-11-27T12:00",
      "2027-11-01T09:00",
    ],
    [
      "not within a year",
      { ...everyDay([]), days: [{ date: "2027-12-01", name: "", intervals: [nine] }] },
      "2026-11-27T12:00",
      null,
    ],
    [
      "in the new time after the clocks went forward",
      office({ sun: [nine] }),
      "2026-03-28T20:00",
      "2026-03-29T09:00",
    ],
  ])("%s", (_, hours, at, next) => {
    expect(local(opensNext(hours, moment(at)))).toBe(next);
  });
});

describe("it closes next", () => {
  test("at the end of what touches, over midnight", () => {
    const hours = everyDay([
      { from: "00:00", to: "06:00" },
      { from: "21:00", to: "23:59" },
    ]);
    expect(local(closesNext(hours, moment("2026-11-27T22:00")))).toBe("2026-11-28T06:00");
    expect(openMinutesBetween(hours, moment("2026-11-27T12:00"), moment("2026-11-28T12:00"))).toBe(9 * 60);
  });

  test("in the next hours when it is closed", () => {
    expect(local(closesNext(office(), moment("2026-11-28T12:00")))).toBe("2026-11-30T17:00");
  });
});

describe("when clocks change", () => {
  const night = everyDay([{ from: "21:00", to: "03:00" }]);

  test("a night is an hour shorter in spring, and longer in autumn", () => {
    const lengthOf = (from: string, until: string) =>
      openMinutesBetween(night, moment(from), moment(until)) / 60;
    expect(lengthOf("2026-03-28T12:00", "2026-03-29T12:00")).toBe(5);
    expect(lengthOf("2026-10-24T12:00", "2026-10-25T12:00")).toBe(7);
    expect(lengthOf("2026-11-24T12:00", "2026-11-25T12:00")).toBe(6);
  });

  test("hours that would begin where clocks jump begin at the jump; such as lie in it alone are none", () => {
    const early = everyDay([{ from: "02:30", to: "10:00" }]);
    expect(opensNext(early, moment("2026-03-28T12:00"))?.toISOString()).toBe("2026-03-29T01:00:00.000Z");
    const inside = everyDay([{ from: "02:10", to: "02:50" }]);
    expect(local(opensNext(inside, moment("2026-03-28T12:00")))).toBe("2026-03-30T02:10");
    expect(openMinutesBetween(inside, moment("2026-03-28T12:00"), moment("2026-03-29T12:00"))).toBe(0);
  });

  test("hours inside what clocks show twice are open once", () => {
    const inside = everyDay([{ from: "02:10", to: "02:50" }]);
    expect(openMinutesBetween(inside, moment("2026-10-24T12:00"), moment("2026-10-25T12:00"))).toBe(40);
    expect(opensNext(inside, moment("2026-10-24T12:00"))?.toISOString()).toBe("2026-10-25T00:10:00.000Z");
  });

  test("where they change at midnight the day begins when it begins", () => {
    const zone = "Africa/Cairo";
    const hours = everyDay([{ from: "00:00", to: "24:00" }], zone);
    // The last Friday of April 2026: from 00:00 to 01:00.
    expect(closesNext(hours, new Date("2026-04-23T12:00Z"))).toBeNull();
    const fridays = { ...hours, week: weekOf([], { fri: [{ from: "00:00", to: "08:00" }] }) };
    expect(opensNext(fridays, new Date("2026-04-23T12:00Z"))?.toISOString()).toBe("2026-04-23T22:00:00.000Z");
  });

  test("where the day is counted ahead of or behind UTC, it is the local day that counts", () => {
    for (const zone of ["Pacific/Auckland", "America/Los_Angeles", "Asia/Kathmandu"]) {
      const hours = office({}, [], zone);
      expect(isOpen(hours, moment("2026-11-27T16:59", zone))).toBe(true);
      expect(isOpen(hours, moment("2026-11-28T12:00", zone))).toBe(false);
      expect(local(opensNext(hours, moment("2026-11-27T18:00", zone)), zone)).toBe("2026-11-30T09:00");
    }
  });
});

describe("whatever the hours, the zone and the moment", () => {
  const time = fc.integer({ min: 0, max: 95 }).map((quarter) => {
    const at = new Date(quarter * 15 * 60_000).toISOString();
    return at.slice(11, 16);
  });
  const intervals = fc.array(fc.record({ from: time, to: time }), { maxLength: 3 });
  const zones = [
    SWEDEN,
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "Pacific/Auckland",
    "UTC",
  ];
  const some = fc.record({
    timeZone: fc.constantFrom(...zones),
    week: fc.record(
      Object.fromEntries(WEEKDAYS.map((day) => [day, intervals])) as Record<keyof Week, typeof intervals>,
    ),
    days: fc.array(
      fc.record({
        date: fc.constantFrom("2026-03-28", "2026-03-29", "2026-10-25", "2026-11-01", "2026-04-24"),
        name: fc.constant(""),
        intervals,
      }),
      { maxLength: 2 },
    ),
  });
  /** Around the changes of clocks, mostly. */
  const at = fc
    .tuple(
      fc.constantFrom(
        "2026-03-08",
        "2026-03-29",
        "2026-04-05",
        "2026-04-24",
        "2026-09-27",
        "2026-10-25",
        "2026-11-01",
      ),
      fc.integer({ min: -36 * 60, max: 36 * 60 }),
    )
    .map(([date, minutes]) => new Date(Date.parse(`${date}T00:00Z`) + minutes * 60_000));
  const minute = 60_000;

  test("it turns open where it opens next, and stays so until it closes", () => {
    fc.assert(
      fc.property(some, at, (hours, from) => {
        const [opens, closes] = [opensNext(hours, from), closesNext(hours, from)];
        if (opens) {
          expect(isOpen(hours, opens)).toBe(true);
          expect(isOpen(hours, new Date(opens.getTime() - minute))).toBe(false);
        }
        if (closes) {
          expect(isOpen(hours, closes)).toBe(false);
          expect(isOpen(hours, new Date(closes.getTime() - minute))).toBe(true);
        }
        if (!isOpen(hours, from) && opens) expect(openMinutesBetween(hours, from, opens)).toBe(0);
        if (isOpen(hours, from) && closes)
          expect(openMinutesBetween(hours, from, closes)).toBe((closes.getTime() - from.getTime()) / minute);
      }),
      { numRuns: 100 },
    );
  });

  test("business time is the minutes at which it is open, however it is cut", () => {
    fc.assert(
      fc.property(
        some,
        at,
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 900 }),
        (hours, from, a, b) => {
          const [middle, until] = [
            new Date(from.getTime() + a * minute),
            new Date(from.getTime() + (a + b) * minute),
          ];
          const whole = openMinutesBetween(hours, from, until);
          let counted = 0;
          for (let one = from.getTime(); one < until.getTime(); one += 5 * minute)
            if (isOpen(hours, new Date(one))) counted += Math.min(5, (until.getTime() - one) / minute);
          if (from.getTime() % (5 * minute) === 0) expect(whole).toBe(counted);
          expect(openMinutesBetween(hours, from, middle) + openMinutesBetween(hours, middle, until)).toBe(
            whole,
          );
        },
      ),
      { numRuns: 12 },
    );
  });
});
