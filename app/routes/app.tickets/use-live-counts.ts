// Keeps the numbers beside the views current: read again some time after something happened, in turns.
import { useEffect, useRef, useState } from "react";
import type { ViewCounts } from "../../tickets/counts.server.ts";
import { useNews } from "../../ui/live/bus.ts";
import { inTurn, turnOfCounts } from "../../ui/live/turn.ts";
import { callVerb } from "../../ui/verb.ts";

const AT_MOST_EVERY = 2_000;

/** `known` came with the list; what is read later holds until the list is read again. */
export function useLiveCounts(known: ViewCounts | null): ViewCounts | null {
  const [later, setLater] = useState<{ than: ViewCounts | null; counts: ViewCounts } | null>(null);
  const latest = useRef(known);
  latest.current = known;
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  useNews(({ signals, listeners }) => {
    if (timer.current || !signals.some(({ type, ticketId }) => ticketId && type !== "presence")) return;
    const read = async () => {
      const answer = await callVerb<ViewCounts>("GET", "/app/counts");
      timer.current = undefined;
      if (answer.ok) setLater({ than: latest.current, counts: answer.data });
    };
    const turn = Math.max(AT_MOST_EVERY, turnOfCounts(listeners));
    timer.current = setTimeout(() => void read(), inTurn(turn, Math.random()));
  });
  return later && later.than === known ? later.counts : known;
}
