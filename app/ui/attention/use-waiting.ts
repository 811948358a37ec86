import { useCallback, useEffect, useRef, useState } from "react";
import type { Waiting } from "../../notifications/attention.server.ts";
import { useSignals } from "../live/live.tsx";
import { callVerb } from "../verb.ts";

/** A whole team hears the same signal: each asks at a moment of its own within this many milliseconds. */
const SPREAD = 2_000;

/** What waits, asked for again when something happened. */
export function useWaiting(first: Waiting): Waiting {
  const [waiting, setWaiting] = useState(first);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => setWaiting(first), [first]);
  useSignals(
    useCallback(() => {
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        void callVerb<Waiting>("GET", "/app/waiting").then((answer) => {
          if (answer.ok) setWaiting(answer.data);
        });
      }, SPREAD * Math.random());
    }, []),
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  return waiting;
}
