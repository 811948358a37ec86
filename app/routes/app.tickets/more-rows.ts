// The rows after the first page. They are asked for again as one whenever the first page ends elsewhere than it
// did, so that no ticket falls between the two.
import { useFetcher } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";
import type { ListedTicket, TicketList } from "../../tickets/list.server.ts";
import type { View } from "../../tickets/view.ts";
import type { loader } from "./route.tsx";
import { joinRows } from "./join-rows.ts";

interface MoreRows {
  rows: ListedTicket[];
  more: boolean;
  showMore: () => void;
  busy: boolean;
}

export function useMoreRows(view: View, first: TicketList): MoreRows {
  const fetcher = useFetcher<typeof loader>();
  const [pages, setPages] = useState(0);
  const { load } = fetcher;
  const cursor = first.next;
  useEffect(() => {
    if (!pages || !cursor) return;
    load(`/app/tickets?${new URLSearchParams({ view, after: cursor, pages: String(pages) })}`);
  }, [pages, cursor, view, load]);
  const following = pages && cursor ? fetcher.data?.list : undefined;
  return {
    rows: following ? joinRows(first.rows, following.rows) : first.rows,
    more: (following ? following.next : cursor) !== null,
    showMore: useCallback(() => setPages((shown) => shown + 1), []),
    busy: fetcher.state !== "idle" && (following?.rows.length ?? 0) < pages * first.rows.length,
  };
}
