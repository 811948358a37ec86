// When many tickets may come back, in the zone of whoever asks. Pure.
const MORNING = 8;

/** This evening is no time for many at once: tomorrow, and the Monday after. */
export function snoozeTimes(now: Date): { name: "tomorrow" | "nextWeek"; until: Date }[] {
  const morning = (days: number): Date =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
  return [
    { name: "tomorrow", until: morning(1) },
    { name: "nextWeek", until: morning((8 - now.getDay()) % 7 || 7) },
  ];
}
