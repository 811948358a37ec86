// Office hours while they are being set on the settings page. Pure.
import {
  isDate,
  MOST_DAYS,
  overlapOf,
  WEEKDAYS,
  type Interval,
  type SpecialDay,
  type Week,
  type Weekday,
} from "../settings/hours.ts";
import type { Hours } from "./hours.ts";
import { holidaysFrom, type Country } from "./public-holidays.ts";

const NINE_TO_FIVE: Interval = { from: "09:00", to: "17:00" };
export const ALL_DAY: Interval = { from: "00:00", to: "00:00" };

/** What a merchant begins with. */
export const usualWeek = (): Week =>
  Object.fromEntries(
    WEEKDAYS.map((day) => [day, day === "sat" || day === "sun" ? [] : [NINE_TO_FIVE]]),
  ) as Week;

/** How an interval ends: on its day, in the next one, or a day and a night after it began. */
export function endOf({ from, to }: Interval): "same-day" | "midnight" | "next-day" | "all-day" {
  if (from === to || (from === "00:00" && (to === "24:00" || to === "23:59"))) return "all-day";
  if (to === "00:00" || to === "24:00" || to === "23:59") return "midnight";
  return to < from ? "next-day" : "same-day";
}

/** Another interval for a day, after those it has. */
export function oneMore(intervals: Interval[]): Interval[] {
  const last = intervals.at(-1);
  if (!last) return [NINE_TO_FIVE];
  const hour = Number(last.to.slice(0, 2));
  const write = (at: number) => `${String(Math.min(at, 24) % 24).padStart(2, "0")}:00`;
  return [...intervals, { from: write(hour + 1), to: write(hour + 4) }];
}

export const COPY_TO = ["weekdays", "weekend", "all"] as const;

/** The week with one day's hours on others too. */
export function copyDay(week: Week, day: Weekday, to: (typeof COPY_TO)[number]): Week {
  const days = { weekdays: WEEKDAYS.slice(0, 5), weekend: WEEKDAYS.slice(5), all: WEEKDAYS }[to];
  return { ...week, ...Object.fromEntries(days.map((one) => [one, week[day]])) };
}

export type Trouble = { kind: "empty" } | { kind: "overlap"; one: Interval; other: Interval };

/** Why a day's hours can't be kept, null when they can. */
export function troubleWith(intervals: Interval[]): Trouble | null {
  if (intervals.some(({ from, to }) => !from || !to)) return { kind: "empty" };
  const overlap = overlapOf(intervals);
  return overlap && { kind: "overlap", one: overlap[0], other: overlap[1] };
}

/** Whether all of it can be kept. */
export const isSound = ({ week, days }: Pick<Hours, "week" | "days">): boolean =>
  [...Object.values(week ?? {}), ...days.map(({ intervals }) => intervals)].every((one) => !troubleWith(one));

/** Special days with another, by date; as they are when the date is none, known already, or there are too many. */
export function withDay(days: SpecialDay[], day: SpecialDay): SpecialDay[] {
  const known = days.some(({ date }) => date === day.date);
  if (!isDate(day.date) || known || days.length >= MOST_DAYS) return days;
  return [...days, day].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The same, with a country's holidays of the next twelve months: closed. Days without hours are closed anyway. */
export const withHolidays = (days: SpecialDay[], country: Country, from: string, week: Week): SpecialDay[] =>
  holidaysFrom(country, from)
    .filter(({ date }) => week[weekdayOf(date)].length)
    .reduce((all, holiday) => withDay(all, { ...holiday, intervals: [] }), days);

/** Without those that were over long ago. */
export const stillToCome = (days: SpecialDay[], today: string): SpecialDay[] =>
  days.filter(({ date }) => date >= today);

const weekdayOf = (date: string): Weekday =>
  WEEKDAYS[(new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7] ?? "mon";
