import { useEffect, useState } from "react";
import { now as browserTime } from "../../../lib/clock.ts";
import { useClock } from "../../../ui/clock.tsx";

/** No reply waits longer, whatever the clocks of two machines say. */
const LONGEST = 10;

/** Whole seconds until a moment of the server's clock, 0 once it has passed. */
export function useSecondsUntil(moment: string): number {
  const { now } = useClock();
  // How far the server's clock was ahead of this one when it was last looked at.
  const [ahead] = useState(() => now.getTime() - browserTime().getTime());
  const left = () =>
    Math.min(LONGEST, Math.max(0, Math.ceil((Date.parse(moment) - browserTime().getTime() - ahead) / 1000)));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(left), 200);
    return () => clearInterval(timer);
  });
  return seconds;
}
