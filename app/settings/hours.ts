// Office hours as a merchant sets them: times on a wall clock, day by day. What they come to: automation/hours.ts. Pure.
import { z } from "zod";
import { isTimeZone } from "../lib/wall-clock.ts";

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** "09:00" to "17:00". Not later than its beginning: until the next day; the same: all day and night from then on. */
export interface Interval {
  from: string;
  to: string;
}

/** A date on which others than the weekday's hours hold; none: closed. */
export interface SpecialDay {
  /** "2026-12-24" */
  date: string;
  name: string;
  intervals: Interval[];
}

export type Week = Record<Weekday, Interval[]>;

const DAY = 24 * 60;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
export const MOST_INTERVALS = 6;
export const MOST_DAYS = 100;

/** Minutes after the day's midnight; the end may lie in the next day. Nobody closes at 23:59: that means midnight. */
export function minutesOf({ from, to }: Interval): { from: number; to: number } {
  const start = minuteOf(from);
  const end = to === "23:59" ? DAY : minuteOf(to);
  return { from: start, to: end > start ? end : end + DAY };
}

/** The first two of a day's intervals that share a minute, earlier first. */
export function overlapOf(intervals: readonly Interval[]): [Interval, Interval] | null {
  const sorted = [...intervals].sort((a, b) => minutesOf(a).from - minutesOf(b).from);
  for (const [index, next] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before && minutesOf(next).from < minutesOf(before).to) return [before, next];
  }
  return null;
}

/** Whether this is a date of the calendar, written "2026-12-24". */
export function isDate(text: string): boolean {
  const at = DATE.test(text) ? new Date(`${text}T00:00Z`) : new Date(NaN);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const intervals = z
  .array(z.object({ from: z.string().regex(TIME), to: z.string().regex(TIME).or(z.literal("24:00")) }))
  .max(MOST_INTERVALS)
  .refine((all) => overlapOf(all) === null);

/** timeZone null: the store's own. week null: no hours are set, and somebody may always be there. */
export const hoursSchema = z.object({
  timeZone: z.string().max(64).refine(isTimeZone).nullable().default(null),
  week: z
    .object({
      mon: intervals,
      tue: intervals,
      wed: intervals,
      thu: intervals,
      fri: intervals,
      sat: intervals,
      sun: intervals,
    } satisfies Record<Weekday, typeof intervals>)
    .nullable()
    .default(null),
  days: z
    .array(z.object({ date: z.string().refine(isDate), name: z.string().trim().max(80), intervals }))
    .max(MOST_DAYS)
    .refine((days) => new Set(days.map(({ date }) => date)).size === days.length)
    .default([]),
});
