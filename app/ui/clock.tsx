// What time it is for the reader. The server renders with the store's zone and its own clock; the browser takes
// over after hydration with its zone, so that both first render the same.
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import { later, now as browserTime } from "../lib/clock.ts";
import type { Reader } from "./dates.ts";

export interface Clock {
  reader: Reader;
  now: Date;
}

const TICK = 20_000;

const ClockContext = createContext<Clock>({ reader: { locale: "en", timeZone: "UTC" }, now: new Date(0) });

export const useClock = (): Clock => useContext(ClockContext);

export function ClockProvider(props: {
  locale: string;
  /** the zone until the browser says its own */
  timeZone: string;
  /** the server's clock when the page was made, ISO 8601: the browser's may be wrong */
  serverTime: string;
  children: ReactNode;
}) {
  const [timeZone, setTimeZone] = useState(props.timeZone);
  const [now, setNow] = useState(() => new Date(props.serverTime));
  useEffect(() => setTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  useEffect(() => {
    const ahead = Date.parse(props.serverTime) - browserTime().getTime();
    const tick = () => setNow(later(browserTime(), ahead));
    tick();
    const timer = setInterval(tick, TICK);
    return () => clearInterval(timer);
  }, [props.serverTime]);
  const clock = useMemo(
    () => ({ now, reader: { locale: props.locale, timeZone } }),
    [now, timeZone, props.locale],
  );
  return <ClockContext.Provider value={clock}>{props.children}</ClockContext.Provider>;
}
