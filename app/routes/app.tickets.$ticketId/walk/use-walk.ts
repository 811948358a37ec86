// From ticket to ticket without going back to the list.
import { useLocation, useNavigate } from "@remix-run/react";
import { useCallback, useEffect, useRef } from "react";
import { listPath, listQuery } from "../../../tickets/list-query.ts";
import { fetchAhead } from "../../../ui/ahead.ts";
import { listed } from "../../../ui/listed.ts";
import { useStore } from "../../../ui/store.ts";
import { movesOn } from "./moves-on.ts";
import { neighboursIn, type Neighbours } from "./neighbours.ts";

const NOBODY: readonly string[] = [];
/** The open ticket comes first. */
const AHEAD_AFTER = 600;

export interface Walk extends Neighbours {
  goTo: (ticketId: string) => void;
  toList: () => void;
}

/** The ways from this ticket, fetched ahead. */
export function useWalk(ticketId: string): Walk {
  const ids = useStore(listed, NOBODY);
  const query = listQuery(new URLSearchParams(useLocation().search));
  const navigate = useNavigate();
  const had = useRef<Neighbours>({ previous: null, next: null });
  had.current = neighboursIn(ids, ticketId, had.current);
  const { previous, next } = had.current;
  useEffect(() => {
    const timer = setTimeout(() => {
      if (next) fetchAhead(next);
      if (previous) fetchAhead(previous);
    }, AHEAD_AFTER);
    return () => clearTimeout(timer);
  }, [previous, next]);
  return {
    previous,
    next,
    goTo: useCallback((id: string) => navigate(listPath(query, id)), [navigate, query]),
    toList: useCallback(() => navigate(listPath(query)), [navigate, query]),
  };
}

/**
 * What comes after a ticket is done with (closed, archived, snoozed): the next one in the list, the one before when it
 * was the last, the list when it was the only one. Nothing for who rather stays. Returns whether it leads away.
 */
export function useMoveOn(ticketId: string): () => boolean {
  const { previous, next, goTo, toList } = useWalk(ticketId);
  const latest = useRef({ previous, next, goTo, toList });
  latest.current = { previous, next, goTo, toList };
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => void (here.current = false);
  }, []);
  return useCallback(() => {
    // Whoever has gone elsewhere meanwhile stays there.
    if (!here.current || !movesOn.read()) return false;
    const { current: walk } = latest;
    const to = walk.next ?? walk.previous;
    if (to) walk.goTo(to);
    else walk.toList();
    return true;
  }, []);
}
