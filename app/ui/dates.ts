// How moments are written: near ones by their age, far ones by their date, in the reader's zone. Pure.
import { agoFormat, dateFormat, numberFormat } from "../lib/formatters.ts";

export interface Reader {
  /** BCP 47, for Intl */
  locale: string;
  /** IANA */
  timeZone: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "5 min", "3 hr" within a day, then "12 Nov", with the year when it is not this one. Null = less than a minute. */
export function formatAge(at: Date, now: Date, reader: Reader): string | null {
  const age = now.getTime() - at.getTime();
  if (age < MINUTE) return null;
  if (age < HOUR) return unit(Math.floor(age / MINUTE), "minute", reader);
  if (age < DAY) return unit(Math.floor(age / HOUR), "hour", reader);
  return format(at, reader, { day: "numeric", month: "short", ...yearUnlessThis(at, now, reader) });
}

/** The same inside a sentence: "5 minutes ago", "3 hours ago", "12 Nov". Null = less than a minute. */
export function formatAgo(at: Date, now: Date, reader: Reader): string | null {
  const age = now.getTime() - at.getTime();
  if (age < MINUTE || age >= DAY) return formatAge(at, now, reader);
  const ago = agoFormat(reader.locale);
  return age < HOUR
    ? ago.format(-Math.floor(age / MINUTE), "minute")
    : ago.format(-Math.floor(age / HOUR), "hour");
}

/** The full moment, for the hover: "Friday 21 November 2025 at 14:02". */
export const formatExact = (at: Date, reader: Reader): string =>
  format(at, reader, { dateStyle: "full", timeStyle: "short" });

/** A moment to come: "14:02" today, else "Tue 24 Nov, 09:00", with the year when it is not this one. */
export function formatComing(at: Date, now: Date, reader: Reader): string {
  if (dayOf(at, reader) === dayOf(now, reader)) return formatClock(at, reader);
  return format(at, reader, {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...yearUnlessThis(at, now, reader),
    hour: "numeric",
    minute: "2-digit",
  });
}

/** "14:02". */
export const formatClock = (at: Date, reader: Reader): string => format(at, reader, { timeStyle: "short" });

/** A date alone: "21 Nov 2025". */
export const formatDate = (at: Date, reader: Reader): string => format(at, reader, { dateStyle: "medium" });

/** "today", "yesterday", or the day in words for a separator. */
export function dayName(at: Date, now: Date, reader: Reader): "today" | "yesterday" | { date: string } {
  const day = dayOf(at, reader);
  if (day === dayOf(now, reader)) return "today";
  if (day === dayOf(new Date(now.getTime() - DAY), reader)) return "yesterday";
  const date = format(at, reader, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...yearUnlessThis(at, now, reader),
  });
  return { date };
}

/** The calendar day in the reader's zone, as a key: "2025-11-21". */
export const dayOf = (at: Date, { timeZone }: Reader): string => format(at, { locale: "sv", timeZone }, {});

const unit = (value: number, name: "minute" | "hour", { locale }: Reader): string =>
  numberFormat(locale, { style: "unit", unit: name, unitDisplay: "short" }).format(value);

const yearUnlessThis = (at: Date, now: Date, reader: Reader): { year?: "numeric" } =>
  dayOf(at, reader).slice(0, 4) === dayOf(now, reader).slice(0, 4) ? {} : { year: "numeric" };

const format = (at: Date, { locale, timeZone }: Reader, options: Intl.DateTimeFormatOptions): string =>
  dateFormat(locale, { ...options, timeZone }).format(at);
