// The customer's other tickets, fetched beside the page.
import { useCallback, useEffect, useRef, useState } from "react";
import type { OtherTicket, OtherTickets } from "../../tickets/others.server.ts";
import { ask, lastKnown } from "../../ui/last-good.ts";

interface Others {
  /** null until the first have come */
  tickets: OtherTicket[] | null;
  more: boolean;
  fetching: boolean;
  failed: boolean;
  showMore: () => void;
}

const nameOf = (ticketId: string): string => `others ${ticketId}`;

export function useOthers(ticketId: string): Others {
  const [page, setPage] = useState<OtherTickets | null>(null);
  const [state, setState] = useState<"fetching" | "idle" | "failed">("fetching");
  const shown = useRef<OtherTickets | null>(null);
  const here = useRef(true);

  const fetchPage = useCallback(async () => {
    const so = shown.current;
    setState("fetching");
    try {
      const answer = so?.next
        ? await fetchOthers(ticketId, so.next)
        : await ask(nameOf(ticketId), () => fetchOthers(ticketId, null));
      if (!here.current) return;
      shown.current = so?.next ? { ...answer, tickets: [...so.tickets, ...answer.tickets] } : answer;
      setPage(shown.current);
      setState("idle");
    } catch {
      if (here.current) setState("failed");
    }
  }, [ticketId]);

  useEffect(() => {
    here.current = true;
    setPage(lastKnown<OtherTickets>(nameOf(ticketId)));
    void fetchPage();
    return () => void (here.current = false);
  }, [ticketId, fetchPage]);

  return {
    tickets: page?.tickets ?? null,
    more: Boolean(page?.next),
    fetching: state === "fetching",
    failed: state === "failed",
    showMore: useCallback(() => void fetchPage(), [fetchPage]),
  };
}

async function fetchOthers(ticketId: string, after: string | null): Promise<OtherTickets> {
  const query = after ? `?${new URLSearchParams({ after })}` : "";
  const response = await fetch(`/app/tickets/${ticketId}/others${query}`);
  if (!response.ok) throw response;
  return (await response.json()) as OtherTickets;
}
