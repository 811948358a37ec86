import { useEffect, useRef, useState } from "react";
import type { Waiting } from "../../notifications/attention.server.ts";
import { useNews } from "../live/bus.ts";
import { inTurn, turnOfCounts } from "../live/turn.ts";
import { callVerb } from "../verb.ts";

/** A number in the navigation may be this late, milliseconds. */
const SOON = 1_500;

/** What waits, asked for again, in turn, when something happened. */
export function useWaiting(first: Waiting): Waiting {
  const [waiting, setWaiting] = useState(first);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => setWaiting(first), [first]);
  useNews(({ signals, listeners }) => {
    if (signals.every(({ type }) => type === "presence")) return;
    timer.current ??= setTimeout(
      () => {
        timer.current = undefined;
        void callVerb<Waiting>("GET", "/app/waiting").then((answer) => {
          if (answer.ok) setWaiting(answer.data);
        });
      },
      inTurn(Math.max(SOON, turnOfCounts(listeners)), Math.random()),
    );
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return waiting;
}
