import { useRef, useState } from "react";
import type { TicketView } from "../../tickets/ticket-view.ts";
import { firstUnread, type Unread } from "./unread.ts";

/**
 * Where the new began when the ticket was opened; it stays there while the reader is here. A ticket opened from memory
 * may learn of it from its first refresh, a ticket being read does not.
 */
export function useUnread(ticket: TicketView, read: TicketView): Unread | null {
  // As it was before the page was opened.
  const [readAt] = useState(read.readAt);
  const seen = useRef(new Set<TicketView>());
  const found = useRef<Unread | null>(null);
  seen.current.add(read);
  if (!found.current && seen.current.size <= 2) found.current = firstUnread(ticket, readAt);
  return found.current;
}
