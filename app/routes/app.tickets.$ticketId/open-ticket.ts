// What opening a ticket waits for: nothing, when it is known from before; its refresh follows at once.
import { useParams } from "@remix-run/react";
import { useEffect } from "react";
import type { TicketView } from "../../tickets/ticket-view.ts";
import { isCurrent, joinAhead, nameOfTicket } from "../../ui/ahead.ts";
import { askOrLastGood, lastKnown } from "../../ui/last-good.ts";
import { useLive } from "../../ui/live/live.tsx";

const shown = new Set<string>();
/** shown from memory, and not asked for again yet */
const owed = new Set<string>();

/** The page's data, from memory, from what is on its way, or from the server. */
export async function openTicket(
  ticketId: string,
  signal: AbortSignal,
  load: () => Promise<TicketView>,
): Promise<TicketView> {
  const name = nameOfTicket(ticketId);
  // Whoever reads it already has asked for what is new.
  if (shown.has(ticketId)) return askOrLastGood(name, signal, load);
  const ahead = joinAhead(ticketId);
  const known = lastKnown<TicketView>(name);
  if (known) {
    if (!isCurrent(ticketId)) owed.add(ticketId);
    return known;
  }
  return (await ahead) ?? askOrLastGood(name, signal, load);
}

/**
 * Says that the ticket of this address is on the page, and brings it up to date if it came from memory. The address of
 * a merged ticket shows the one it was merged into.
 */
export function useShown(): void {
  const { refresh } = useLive();
  const { ticketId = "" } = useParams();
  useEffect(() => {
    shown.add(ticketId);
    if (owed.delete(ticketId)) refresh("ticket");
    return () => void shown.delete(ticketId);
  }, [ticketId, refresh]);
}
