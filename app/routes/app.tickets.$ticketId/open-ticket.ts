// What opening a ticket waits for: nothing, when it is known from before; its refresh follows at once.
import { useParams } from "@remix-run/react";
import { useEffect } from "react";
import type { TicketView } from "../../tickets/ticket-view.ts";
import { now } from "../../lib/clock.ts";
import { heardSince, isCurrent, joinAhead, nameOfTicket } from "../../ui/ahead.ts";
import { askOrLastGood, lastKnown } from "../../ui/last-good.ts";
import { useLive } from "../../ui/live/live.tsx";

const shown = new Set<string>();
/** Shown as they were at these moments, and not asked for again yet. */
const owed = new Map<string, number>();
/** What was known then is asked for again, whether or not anything has been heard since. */
const LONG_AGO = 0;

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
  const asked = now().getTime();
  owed.set(ticketId, !known || isCurrent(ticketId) ? asked : LONG_AGO);
  if (known) return known;
  const ticket = await ahead;
  // It was asked for before this page was.
  if (ticket && !isCurrent(ticketId)) owed.set(ticketId, LONG_AGO);
  return ticket ?? askOrLastGood(name, signal, load);
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
    const since = owed.get(ticketId);
    owed.delete(ticketId);
    // Until now nobody listened to what happens to it.
    if (since === LONG_AGO || (since !== undefined && heardSince(ticketId, since))) refresh("ticket");
    return () => void shown.delete(ticketId);
  }, [ticketId, refresh]);
}
