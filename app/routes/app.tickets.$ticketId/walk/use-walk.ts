// From ticket to ticket without going back to the list.
import { useLocation, useNavigate, useNavigation } from "@remix-run/react";
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
  /** One step on from where the agent is, or is already on the way to. */
  go: (way: keyof Neighbours) => void;
  toList: () => void;
}

const NO_NEIGHBOURS: Neighbours = { previous: null, next: null };

/** The ticket whose page was asked for and does not show yet: keys are pressed faster than pages come. */
let heading: string | null = null;

/** The ways from this ticket, fetched ahead. */
export function useWalk(ticketId: string): Walk {
  const ids = useStore(listed, NOBODY);
  const query = listQuery(new URLSearchParams(useLocation().search));
  const navigate = useNavigate();
  const { state } = useNavigation();
  const had = useRef<Neighbours>(NO_NEIGHBOURS);
  had.current = neighboursIn(ids, ticketId, had.current);
  const { previous, next } = had.current;
  useEffect(() => {
    if (state === "idle") heading = null;
  }, [state, ticketId]);
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
    go: useCallback(
      (way) => {
        const from =
          heading && heading !== ticketId ? neighboursIn(listed.read(), heading, NO_NEIGHBOURS) : had.current;
        const to = from[way];
        if (!to) return;
        heading = to;
        navigate(listPath(query, to));
      },
      [navigate, query, ticketId],
    ),
    toList: useCallback(() => navigate(listPath(query)), [navigate, query]),
  };
}

/**
 * What comes after a ticket is done with (closed, archived, snoozed): the next one in the list, the one before when it
 * was the last, the list when it was the only one. Nothing for who rather stays. Returns whether it leads away.
 */
export function useMoveOn(ticketId: string): () => boolean {
  const walk = useWalk(ticketId);
  const latest = useRef(walk);
  latest.current = walk;
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => void (here.current = false);
  }, []);
  return useCallback(() => {
    // Whoever has gone elsewhere meanwhile stays there.
    if (!here.current || !movesOn.read()) return false;
    const { next, previous, go, toList } = latest.current;
    if (next ?? previous) go(next ? "next" : "previous");
    else toList();
    return true;
  }, []);
}
