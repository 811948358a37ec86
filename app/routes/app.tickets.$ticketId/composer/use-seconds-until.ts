import { useEffect, useState } from "react";
import { now as browserTime, SECOND } from "../../../lib/clock.ts";
import { useClock } from "../../../ui/clock.tsx";

/** How long a reply waits, in seconds: no longer, whatever the clocks of two machines say. */
const HOLD = 10;

/** How far the server's clock is ahead of this one, in milliseconds, learnt from the last reply. */
let ahead: number | null = null;

/** A reply that was asked for and accepted just now says what time it is for the server. */
export function learnClock(holdUntil: string, asked: Date, accepted: Date): void {
  const half = (asked.getTime() + accepted.getTime()) / 2;
  ahead = Date.parse(holdUntil) - HOLD * SECOND - half;
}

/** Whole seconds until a moment of the server's clock, 0 once it has passed. */
export function useSecondsUntil(moment: string): number {
  const { now } = useClock();
  // Before the first reply: as far as the page's own clock was when it was last looked at.
  const [guess] = useState(() => now.getTime() - browserTime().getTime());
  const left = () => {
    const gone = browserTime().getTime() + (ahead ?? guess);
    return Math.min(HOLD, Math.max(0, Math.ceil((Date.parse(moment) - gone) / SECOND)));
  };
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(left), 200);
    return () => clearInterval(timer);
  });
  return seconds;
}
