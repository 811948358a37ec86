import { useCallback, useEffect, useRef, useState } from "react";
import { useNews } from "../../../ui/live/bus.ts";
import { inTurn, turnOfCounts } from "../../../ui/live/turn.ts";
import { callVerb } from "../../../ui/verb.ts";
import { useViews } from "./views-context.tsx";

const AFTER = 400;
const AT_MOST_EVERY = 2_000;

/**
 * How many tickets the personal views hold. No stream can tell: they are asked for once the page stands, when the list
 * was read anew and something had moved, and in turn when something happens to a ticket.
 */
export function useSavedCounts(): Record<string, number> {
  const { counts, saved } = useViews();
  const [known, setKnown] = useState<Record<string, number>>({});
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const asked = useRef(0);
  const askIn = useCallback((ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      const turn = ++asked.current;
      void callVerb<Record<string, number>>("GET", "/app/views/counts").then((answer) => {
        if (answer.ok && turn === asked.current) setKnown(answer.data);
      });
    }, ms);
  }, []);
  const moved = JSON.stringify([counts.values, saved.map(({ id, query }) => [id, query])]);
  useEffect(() => {
    if (saved.length) askIn(AFTER);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what is in `saved` stands in `moved`
  }, [moved, askIn]);
  useNews(({ signals, listeners }) => {
    if (!saved.length || timer.current) return;
    if (signals.some(({ type, ticketId }) => ticketId && type !== "presence"))
      askIn(inTurn(Math.max(AT_MOST_EVERY, turnOfCounts(listeners)), Math.random()));
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return known;
}
