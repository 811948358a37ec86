// When a snoozed ticket wakes: what is offered, and what may be picked, in the agent's zone. Pure.
import { DAY, HOUR, later, MINUTE } from "../lib/clock.ts";
import { momentAt, wallAt, type Wall } from "../lib/wall-clock.ts";

export const SNOOZES = ["later-today", "tomorrow", "next-week"] as const;
export type Snooze = (typeof SNOOZES)[number];

/** When work begins. */
const MORNING = 9;
/** Nobody wants to be woken later than this. */
const EVENING = 22;
const HALF_HOUR = 30 * MINUTE;

/**
 * What is offered now: later today (in three hours, at a full half hour, not late in the evening), tomorrow morning,
 * Monday morning. Before dawn "later today" is this morning; on Sundays tomorrow is next week, and is offered once.
 */
export function snoozesAt(now: Date, timeZone: string): { id: Snooze; until: Date }[] {
  const today = wallAt(now, timeZone);
  const morning = (days: number): Date =>
    momentAt({ ...today, day: today.day + days, hour: MORNING, minute: 0 }, timeZone);
  const later = laterToday(now, today, timeZone);
  const toMonday = 8 - (weekdayOf(today) || 7);
  return [
    ...(later ? [{ id: "later-today" as const, until: later }] : []),
    { id: "tomorrow", until: morning(1) },
    ...(toMonday > 1 ? [{ id: "next-week" as const, until: morning(toMonday) }] : []),
  ];
}

function laterToday(now: Date, today: Wall, timeZone: string): Date | null {
  if (today.hour < MORNING - 3) return momentAt({ ...today, hour: MORNING, minute: 0 }, timeZone);
  const until = new Date(Math.ceil(later(now, 3 * HOUR).getTime() / HALF_HOUR) * HALF_HOUR);
  const then = wallAt(until, timeZone);
  const same = then.day === today.day && then.month === today.month;
  return same && (then.hour < EVENING || (then.hour === EVENING && then.minute === 0)) ? until : null;
}

/** 0 is Sunday. */
const weekdayOf = ({ year, month, day }: Wall): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay();

/** Whether a ticket may be put aside until then: some time ahead, and within a year. */
export const mayWakeAt = (until: Date, now: Date): boolean => until > now && until <= later(now, 366 * DAY);
