// Times as the visitor reads them: in their zone and language, counted from the server's clock.

/** "14:05". */
export const clockTime = (at: string, language: string): string =>
  new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" }).format(new Date(at));

/** "today 14:00", "tomorrow 09:00", "Monday 09:00", "4 January 09:00". */
export function backTime(at: string, now: number, language: string, timeZone?: string): string {
  const then = new Date(at);
  const time = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", timeZone }).format(
    then,
  );
  const day = (date: Date) =>
    Date.parse(new Intl.DateTimeFormat("en-CA", { dateStyle: "short", timeZone }).format(date));
  const days = Math.round((day(then) - day(new Date(now))) / 86_400_000);
  if (days < 2) {
    const near = new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(Math.max(0, days), "day");
    return `${near} ${time}`;
  }
  const far: Intl.DateTimeFormatOptions = days < 7 ? { weekday: "long" } : { day: "numeric", month: "long" };
  return `${new Intl.DateTimeFormat(language, { ...far, timeZone }).format(then)} ${time}`;
}
