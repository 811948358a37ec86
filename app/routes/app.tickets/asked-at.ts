// When the list on the page was asked for: what has been said since may not be in it.
import { now } from "../../lib/clock.ts";

let asked: { query: string; at: number } | null = null;

/** What came so shortly before the list was read again may be newer than what was read; milliseconds. */
export const IN_FLIGHT = 5_000;

/** Returns the moment, epoch milliseconds. */
export function noteAsked(query: string): number {
  asked = { query, at: now().getTime() };
  return asked.at;
}

/** Null for a list that came with its page: the stream begins later, and says so. */
export const askedAt = (query: string): number | null => (asked?.query === query ? asked.at : null);
