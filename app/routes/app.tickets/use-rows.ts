// The rows of a list: its first page, which the route refreshes, and what "Show more" has opened after it. What was
// opened is kept per list, so that coming back finds the same place.
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { readFilter } from "../../tickets/filter.ts";
import type { ListedTicket, TicketList } from "../../tickets/list.server.ts";
import { orderOf } from "../../tickets/order.ts";
import { callVerb } from "../../ui/verb.ts";
import { joinRows } from "./join-rows.ts";

export interface Rows {
  rows: ListedTicket[];
  more: boolean;
  showMore: () => void;
  busy: boolean;
  /** "Show more" did not work */
  failed: boolean;
}

/** `after`: the cursor these rows were asked for with. */
interface Following extends TicketList {
  after: string;
}

const LISTS_KEPT = 12;
const kept = new Map<string, Following>();

function keep(query: string, following: Following): void {
  kept.delete(query);
  kept.set(query, following);
  const [oldest] = kept.keys();
  if (kept.size > LISTS_KEPT && oldest !== undefined) kept.delete(oldest);
}

/** The rows of the list with this query (tickets/list-query.ts). For one list: give the component a key. */
export function useRows(query: string, first: TicketList): Rows {
  const [following, setFollowing] = useState(() => kept.get(query) ?? null);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const latest = useRef({ following, first });
  latest.current = { following, first };

  const change = useCallback(
    (next: Following) => {
      keep(query, next);
      setFollowing(next);
    },
    [query],
  );
  const showMore = useCallback(async () => {
    const { following: so, first: top } = latest.current;
    const cursor = so ? so.next : top.next;
    if (!cursor) return;
    setBusy(true);
    const page = await askRows(query, cursor, 25);
    setBusy(false);
    setFailed(!page);
    if (page) change({ ...page, rows: [...(so?.rows ?? []), ...page.rows], after: so?.after ?? cursor });
  }, [query, change]);

  // The first page ends elsewhere than it did: what follows is asked for again, so that no ticket falls between them.
  const cursor = first.next;
  useEffect(() => {
    const so = latest.current.following;
    if (!so || !cursor || so.after === cursor) return;
    let stale = false;
    void askAll(query, cursor, so.rows.length).then((all) => {
      if (all && !stale) change({ ...all, after: cursor });
    });
    return () => {
      stale = true;
    };
  }, [cursor, query, change]);

  const shown = cursor ? following : null;
  const order = useMemo(() => orderOf(readFilter(new URLSearchParams(query))), [query]);
  const rows = useMemo(
    () => (shown ? joinRows(first.rows, shown.rows, order) : first.rows),
    [shown, first.rows, order],
  );
  return {
    rows,
    more: (shown ? shown.next : cursor) !== null,
    showMore: useCallback(() => void showMore(), [showMore]),
    busy,
    failed,
  };
}

/** One stretch; null when it could not be had. */
async function askRows(query: string, after: string, size: number): Promise<TicketList | null> {
  const asked = new URLSearchParams(query);
  asked.set("after", after);
  asked.set("size", String(size));
  const answer = await callVerb<TicketList>("GET", `/app/rows?${asked}`);
  return answer.ok ? answer.data : null;
}

const AT_ONCE = 500;

/** So many rows, in as many stretches as that takes. */
async function askAll(query: string, after: string, count: number): Promise<TicketList | null> {
  const all: TicketList = { rows: [], next: after };
  while (all.next && all.rows.length < count) {
    const page = await askRows(query, all.next, Math.min(AT_ONCE, count - all.rows.length));
    if (!page) return null;
    all.rows.push(...page.rows);
    all.next = page.next;
  }
  return all;
}
