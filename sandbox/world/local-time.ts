// Clock times where the shops are. Everything is counted back from the last working day before
// `now`, so that orders and conversations keep their distance whichever weekday it is.

const DAY = 24 * 60 * 60 * 1000;

/** The instant of `clock` ("14:05") in `timeZone`, `days` calendar days before the last working day. */
export function daysBefore(now: Date, days: number, clock: string, timeZone: string): Date {
  return instantAt(workdayBefore(now, 1, timeZone) - days * DAY, clock, timeZone);
}

/** The instant of `clock` in `timeZone` on the n-th Monday-to-Friday day before today. */
export function workdaysBefore(now: Date, workdays: number, clock: string, timeZone: string): Date {
  return instantAt(workdayBefore(now, workdays, timeZone), clock, timeZone);
}

/** The instant of `clock` in `timeZone` on the first Monday-to-Friday day at least `days` days from now. */
export function workdayAfter(now: Date, days: number, clock: string, timeZone: string): Date {
  let day = localDay(now, timeZone) + days * DAY;
  while (isWeekend(day)) day += DAY;
  return instantAt(day, clock, timeZone);
}

/** Hour (0–23, with minutes as a fraction) and weekday (0 = Sunday) of an instant in a time zone. */
export function localClock(instant: Date, timeZone: string): { hour: number; weekday: number } {
  const local = new Date(instant.getTime() + offsetAt(instant, timeZone));
  return { hour: local.getUTCHours() + local.getUTCMinutes() / 60, weekday: local.getUTCDay() };
}

/** Midnight of the n-th working day before today, as if UTC were the local time. */
function workdayBefore(now: Date, workdays: number, timeZone: string): number {
  let day = localDay(now, timeZone);
  for (let left = workdays; left > 0;) {
    day -= DAY;
    if (!isWeekend(day)) left -= 1;
  }
  return day;
}

function isWeekend(day: number): boolean {
  return [0, 6].includes(new Date(day).getUTCDay());
}

function localDay(now: Date, timeZone: string): number {
  return Math.floor((now.getTime() + offsetAt(now, timeZone)) / DAY) * DAY;
}

function instantAt(day: number, clock: string, timeZone: string): Date {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  const asIfUtc = new Date(day + (hours * 60 + minutes) * 60_000);
  return new Date(asIfUtc.getTime() - offsetAt(asIfUtc, timeZone));
}

const readers = new Map<string, Intl.DateTimeFormat>();

/** How far ahead of UTC the zone is, in milliseconds. */
function offsetAt(instant: Date, timeZone: string): number {
  const reader =
    readers.get(timeZone) ??
    new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  readers.set(timeZone, reader);
  const local = Date.parse(`${reader.format(instant).replace(" ", "T")}Z`);
  return local - Math.floor(instant.getTime() / 1000) * 1000;
}
