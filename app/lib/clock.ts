// The only place that asks what time it is. In the sandbox the preload moves Date itself, so a test can
// move time for the whole process.

/** The current moment. */
export const now = (): Date => new Date();

/** A moment `ms` milliseconds after `from`. */
export const later = (from: Date, ms: number): Date => new Date(from.getTime() + ms);

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const YEAR = 365 * DAY;
