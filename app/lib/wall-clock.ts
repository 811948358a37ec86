// What a clock on a wall shows, in a place, and which moment that is. Pure.
import { dateFormat } from "./formatters.ts";

export interface Wall {
  year: number;
  /** 1 to 12 */
  month: number;
  /** may be beyond the month's end: 31 November is 1 December */
  day: number;
  hour: number;
  minute: number;
}

const MINUTE = 60_000;
const DAY = 24 * 3600_000;

/** What clocks in this zone (IANA) show at a moment. */
export function wallAt(at: Date, timeZone: string): Wall {
  const parts = new Map(
    formatIn(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return {
    year: part("year"),
    month: part("month"),
    day: part("day"),
    hour: part("hour"),
    minute: part("minute"),
  };
}

/**
 * The moment clocks in this zone show that. Shown twice (clocks go back): the first time. Never shown (clocks go
 * forward over it): as much later as they jump.
 */
export function momentAt(wall: Wall, timeZone: string): Date {
  const shown = asIfUtc(wall);
  const offsets = [-DAY, DAY].map((away) => offsetAt(new Date(shown + away), timeZone));
  const candidates = offsets.map((offset) => shown - offset).sort((a, b) => a - b);
  const fits = candidates.find((at) => asIfUtc(wallAt(new Date(at), timeZone)) === shown);
  return new Date(fits ?? shown - Math.min(...offsets));
}

/** The same, but what clocks never show is the moment at which they jump over it. */
export function firstMomentFrom(wall: Wall, timeZone: string): Date {
  const at = momentAt(wall, timeZone);
  const shown = asIfUtc(wall);
  const jump = asIfUtc(wallAt(at, timeZone)) - shown;
  let [before, after] = [at.getTime() - jump, at.getTime()];
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
    if (asIfUtc(wallAt(new Date(middle), timeZone)) < shown) before = middle;
    else after = middle;
  }
  return new Date(after);
}

/** Whether clocks follow a zone of this name (IANA). */
export function isTimeZone(name: string): boolean {
  try {
    return wallAt(new Date(0), name).year > 0;
  } catch {
    return false;
  }
}

const LOCAL = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/;

/** Reads what a date-and-time field holds ("2026-11-30T09:00") as a moment in this zone; null for anything else. */
export function readLocal(text: string, timeZone: string): Date | null {
  const [, year, month, day, hour, minute] = (LOCAL.exec(text) ?? []).map(Number);
  if (!year || !month || !day || hour === undefined || minute === undefined) return null;
  return momentAt({ year, month, day, hour, minute }, timeZone);
}

/** Writes a moment for such a field. */
export const writeLocal = (at: Date, timeZone: string): string =>
  new Date(asIfUtc(wallAt(at, timeZone))).toISOString().slice(0, 16);

const asIfUtc = ({ year, month, day, hour, minute }: Wall): number =>
  Date.UTC(year, month - 1, day, hour, minute);

/** How far clocks there are ahead of UTC. */
const offsetAt = (at: Date, timeZone: string): number =>
  asIfUtc(wallAt(at, timeZone)) - Math.floor(at.getTime() / MINUTE) * MINUTE;

const formatIn = (timeZone: string): Intl.DateTimeFormat =>
  dateFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
