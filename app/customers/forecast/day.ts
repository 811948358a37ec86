// Days as whole numbers, counted from 1 January 1970, where the store is. Pure.
import { momentAt, wallAt } from "../../lib/wall-clock.ts";

const DAY = 24 * 3_600_000;

export const dayAt = (at: Date, timeZone: string): number => {
  const { year, month, day } = wallAt(at, timeZone);
  return Date.UTC(year, month - 1, day) / DAY;
};

/** Midnight of a day, in UTC: for writing its date. */
export const dateOfDay = (day: number): Date => new Date(day * DAY);

/** The next three o'clock at night there. */
export function nextNight(now: Date, timeZone: string): Date {
  const wall = wallAt(now, timeZone);
  const tonight = momentAt({ ...wall, hour: 3, minute: 0 }, timeZone);
  return tonight > now ? tonight : momentAt({ ...wall, day: wall.day + 1, hour: 3, minute: 0 }, timeZone);
}
