// How many, as lists say it. Pure.

/** Counts are exact up to here. */
export const EXACT_TO = 1000;

/** "12", and "1,000+" for more than a thousand: nobody works from the difference. */
export const showCount = (count: number): string =>
  count > EXACT_TO ? "1,000+" : String(Math.max(0, count));
