// When a store's people are at work: its office hours as moments. Hours belong to the day they begin on: a special day
// replaces what begins on it, and what began the evening before goes on. Pure.
import { firstMomentFrom, wallAt } from "../lib/wall-clock.ts";
import { minutesOf, WEEKDAYS, type Interval, type SpecialDay, type Week } from "../settings/hours.ts";

export interface Hours {
  timeZone: string;
  /** null: none are set, it is always open */
  week: Week | null;
  days: SpecialDay[];
}

/** Open from a moment until another, in milliseconds. */
interface Span {
  from: number;
  until: number;
}

const MINUTE = 60_000;
const DAY = 24 * 3600_000;
const YEAR = 366 * DAY;

/** A store's office hours, in the zone they hold in. */
export const hoursOf = (
  { timeZone, week, days }: { timeZone: string | null; week: Week | null; days: SpecialDay[] },
  store: { timeZone: string },
): Hours => ({ timeZone: timeZone ?? store.timeZone, week, days });

/** Whether it is open at that moment. */
export function isOpen(hours: Hours, at: Date): boolean {
  if (!hours.week) return true;
  const today = dayAt(at, hours.timeZone);
  const spans = [today - DAY, today].flatMap((day) => spansOf(hours, day));
  return spans.some(({ from, until }) => from <= at.getTime() && at.getTime() < until);
}

/** When it opens the next time after that moment; null when it does not within a year. */
export function opensNext(hours: Hours, at: Date): Date | null {
  for (const { from } of spansFrom(hours, at, YEAR)) {
    if (from - at.getTime() > YEAR) break;
    if (from > at.getTime()) return new Date(from);
  }
  return null;
}

/** When it closes the next time after that moment; null when it does not within a year. */
export function closesNext(hours: Hours, at: Date): Date | null {
  for (const { until } of spansFrom(hours, at, YEAR)) {
    if (until - at.getTime() > YEAR) break;
    if (until > at.getTime()) return new Date(until);
  }
  return null;
}

/** How long it is open from one moment to another: business time, in minutes. */
export function openMinutesBetween(hours: Hours, from: Date, until: Date): number {
  const [start, end] = [from.getTime(), until.getTime()];
  if (end <= start) return 0;
  if (!hours.week) return (end - start) / MINUTE;
  let open = 0;
  for (const span of spansFrom(hours, from, end - start))
    open += Math.max(0, Math.min(span.until, end) - Math.max(span.from, start));
  return open / MINUTE;
}

/** What is open around that moment and for so long after it, in order; what touches is one. */
function* spansFrom(hours: Hours, at: Date, ms: number): Generator<Span> {
  const first = dayAt(at, hours.timeZone) - DAY;
  let span: Span | null = null;
  for (let day = first; day <= first + ms + 3 * DAY; day += DAY)
    for (const next of spansOf(hours, day)) {
      if (span && next.from <= span.until) span.until = Math.max(span.until, next.until);
      else {
        if (span) yield span;
        span = next;
      }
    }
  if (span) yield span;
}

/** What begins on a day, in order. Clocks that are put back: the first time they show it; forward over it: at that jump. */
function spansOf({ timeZone, week, days }: Hours, day: number): Span[] {
  const date = new Date(day).toISOString().slice(0, 10);
  const special = days.find((one) => one.date === date);
  const intervals = week ? (special?.intervals ?? week[weekdayOf(day)]) : [];
  return intervals
    .map((interval) => spanOf(interval, day, timeZone))
    .filter(({ from, until }) => from < until)
    .sort((a, b) => a.from - b.from);
}

function spanOf(interval: Interval, day: number, timeZone: string): Span {
  const { from, to } = minutesOf(interval);
  return { from: momentOn(day, from, timeZone), until: momentOn(day, to, timeZone) };
}

/** The same days are asked for over and over; zones and times are the merchants', so that it may not grow for ever. */
const moments = new Map<string, number>();
const MOST_MOMENTS = 20_000;

function momentOn(day: number, minutes: number, timeZone: string): number {
  const key = `${timeZone} ${day} ${minutes}`;
  const known = moments.get(key);
  if (known !== undefined) return known;
  const date = new Date(day);
  const wall = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  const moment = firstMomentFrom({ ...wall, hour: 0, minute: minutes }, timeZone).getTime();
  if (moments.size >= MOST_MOMENTS) moments.clear();
  moments.set(key, moment);
  return moment;
}

/** Days are counted by the midnight their date has in UTC. */
function dayAt(at: Date, timeZone: string): number {
  const { year, month, day } = wallAt(at, timeZone);
  return Date.UTC(year, month - 1, day);
}

const weekdayOf = (day: number) => WEEKDAYS[(new Date(day).getUTCDay() + 6) % 7] ?? "mon";
