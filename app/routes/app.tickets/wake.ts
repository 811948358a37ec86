// Times that lie ahead, as short as a row needs them. Pure.
import { DAY } from "../../lib/clock.ts";
import { dateFormat } from "../../lib/formatters.ts";
import { dayOf, type Reader } from "../../ui/dates.ts";

/** Today the hour, within a week the day and the hour, later the date. */
export function formatWake(at: Date, now: Date, reader: Reader): string {
  const { locale, timeZone } = reader;
  const clock = { hour: "2-digit", minute: "2-digit" } as const;
  const away = at.getTime() - now.getTime();
  const options: Intl.DateTimeFormatOptions =
    dayOf(at, reader) === dayOf(now, reader)
      ? clock
      : away > 0 && away < 6 * DAY
        ? { weekday: "short", ...clock }
        : { day: "numeric", month: "short" };
  return dateFormat(locale, { timeZone, ...options }).format(at);
}
