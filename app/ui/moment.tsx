import { useTranslation } from "react-i18next";
import { useClock } from "./clock.tsx";
import { formatAge, formatAgo, formatClock, formatExact } from "./dates.ts";

/** How long ago something was; the exact moment on hover. */
export function Age({ at, className }: { at: string; className?: string }) {
  const { t } = useTranslation();
  const { now, reader } = useClock();
  const moment = new Date(at);
  // Server and browser may know different versions of a locale's punctuation.
  return (
    <time dateTime={at} title={formatExact(moment, reader)} className={className} suppressHydrationWarning>
      {formatAge(moment, now, reader) ?? t("time.now")}
    </time>
  );
}

/** How long ago something was, inside a sentence; the exact moment on hover. */
export function Ago({ at }: { at: string }) {
  const { t } = useTranslation();
  const { now, reader } = useClock();
  const moment = new Date(at);
  return (
    <time dateTime={at} title={formatExact(moment, reader)} suppressHydrationWarning>
      {formatAgo(moment, now, reader) ?? t("time.now")}
    </time>
  );
}

/** The time of day; the exact moment on hover. For where the day is named already. */
export function TimeOfDay({ at, className }: { at: string; className?: string }) {
  const { reader } = useClock();
  const moment = new Date(at);
  return (
    <time dateTime={at} title={formatExact(moment, reader)} className={className} suppressHydrationWarning>
      {formatClock(moment, reader)}
    </time>
  );
}
