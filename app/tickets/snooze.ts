// When a snoozed ticket may wake. Pure.

const YEAR = 366 * 24 * 3600_000;

/** Whether a ticket may be put aside until then: some time ahead, and within a year. */
export const mayWakeAt = (until: Date, now: Date): boolean => {
  const ahead = until.getTime() - now.getTime();
  return ahead > 0 && ahead <= YEAR;
};
