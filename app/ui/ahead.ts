// Tickets fetched before they are asked for: under the pointer, in focus, next in the list. Few at a time, given up as
// soon as nobody looks there any more, and never on a connection that has better things to do.
import { useMemo } from "react";
import type { TicketView } from "../tickets/ticket-view.ts";
import { now } from "../lib/clock.ts";
import { ask, lastKnown } from "./last-good.ts";

const MOST = 3;
/** A pointer on its way to somewhere else stays for less. */
const MEANT_AFTER = 40;
/** What is this new needs no fetching. */
const FRESH = 15_000;
/** What is this new, and of which nothing has been heard since, is how it stands. */
const CURRENT = 3_000;

interface Running {
  leaving: AbortController;
  answer: Promise<TicketView | null>;
}

const running = new Map<string, Running>();
const fetchedAt = new Map<string, number>();
/** Tickets something has happened to, and when it was heard; the latest ones. */
const heardAt = new Map<string, number>();
const MOST_HEARD = 500;

/** What a ticket's page is kept as (last-good.ts). */
export const nameOfTicket = (ticketId: string): string => `ticket ${ticketId}`;

/** Begins to fetch a ticket, unless it is known, on its way, or the connection is poor. */
export function fetchAhead(ticketId: string): void {
  if (running.has(ticketId) || isFresh(ticketId) || !isAffordable()) return;
  const [oldest] = running.keys();
  if (running.size >= MOST && oldest !== undefined) giveUp(oldest);
  const leaving = new AbortController();
  const askedAt = now().getTime();
  const answer = ask(nameOfTicket(ticketId), () => fetchTicket(ticketId, leaving.signal)).then(
    (ticket) => {
      // What happened while it was on its way may not be in it.
      if (!heardSince(ticketId, askedAt)) fetchedAt.set(ticketId, now().getTime());
      return ticket;
    },
    () => null,
  );
  running.set(ticketId, { leaving, answer });
  void answer.then(() => running.get(ticketId)?.leaving === leaving && running.delete(ticketId));
}

/** Nobody looks there any more. */
export function giveUp(ticketId: string): void {
  running.get(ticketId)?.leaving.abort();
  running.delete(ticketId);
}

/** The answer that is on its way already, from now on nobody's to give up; null when there is none. */
export function joinAhead(ticketId: string): Promise<TicketView | null> | null {
  const found = running.get(ticketId);
  running.delete(ticketId);
  return found?.answer ?? null;
}

/** Whether what is known of a ticket has just been fetched, and nothing has happened to it since. */
export const isCurrent = (ticketId: string): boolean =>
  now().getTime() - (fetchedAt.get(ticketId) ?? 0) < CURRENT;

/** Something happened to it: what was fetched is old. */
export function outdate(ticketId: string): void {
  fetchedAt.delete(ticketId);
  heardAt.delete(ticketId);
  heardAt.set(ticketId, now().getTime());
  const [oldest] = heardAt.keys();
  if (heardAt.size > MOST_HEARD && oldest !== undefined) heardAt.delete(oldest);
}

/** Whether something has happened to it since this moment (milliseconds), or in it. */
export const heardSince = (ticketId: string, moment: number): boolean =>
  (heardAt.get(ticketId) ?? -1) >= moment;

/** What a link to a ticket does before it is followed. */
export function useAhead(ticketId: string) {
  return useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => fetchAhead(ticketId), MEANT_AFTER);
    };
    const lookAway = () => {
      clearTimeout(timer);
      giveUp(ticketId);
    };
    return {
      onPointerEnter: look,
      onPointerDown: () => fetchAhead(ticketId),
      onPointerLeave: lookAway,
      onFocus: look,
      onBlur: lookAway,
    };
  }, [ticketId]);
}

const isFresh = (ticketId: string): boolean =>
  lastKnown(nameOfTicket(ticketId)) !== null && now().getTime() - (fetchedAt.get(ticketId) ?? 0) < FRESH;

/** Whether the connection has room for what may not be needed. */
export function isAffordable(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean; effectiveType?: string } };
  return !connection?.saveData && !/2g|3g/.test(connection?.effectiveType ?? "");
}

/** App Bridge adds the session token. */
async function fetchTicket(ticketId: string, signal: AbortSignal): Promise<TicketView> {
  const response = await fetch(`/app/tickets/${ticketId}/ahead`, { signal });
  if (!response.ok) throw response;
  return (await response.json()) as TicketView;
}
