// A list as the URL of a page: what it is asked for, and which personal view it began as. Pure.
import { isId } from "../lib/id.ts";
import { readFilter, writeFilter, type TicketFilter } from "./filter.ts";

/** Reads the parameters and writes them back in one order, so that two lists are the same when their texts are. */
export const listQuery = (asked: URLSearchParams): string => writeList(readFilter(asked), savedIn(asked));

/** The query string of a list, "" for the whole inbox. */
export function writeList(filter: TicketFilter, saved: string | null = null): string {
  const parameters = writeFilter(filter);
  if (saved) parameters.set("saved", saved);
  return parameters.toString();
}

/** The personal view a list began as. */
export function savedIn(asked: URLSearchParams): string | null {
  const saved = asked.get("saved");
  return isId(saved ?? undefined) ? saved : null;
}

/** "/app/tickets", or a ticket in it, with the list's query. */
export const listPath = (query: string, ticketId?: string): string =>
  `/app/tickets${ticketId ? `/${ticketId}` : ""}${query ? `?${query}` : ""}`;
