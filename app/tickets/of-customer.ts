// A customer's tickets, and how their number is said. Pure.
import { numberFormat } from "../lib/formatters.ts";
import type { Status } from "./ticket.ts";

export interface TicketOfCustomer {
  id: string;
  number: string;
  subject: string;
  status: Status;
  store: { id: string; name: string };
  /** ISO 8601 */
  lastMessageAt: string;
}

export const MOST_COUNTED = 999;

/** "999+" for whoever writes all day: nobody counts further than that. */
export const sayCount = (count: number, locale: string): string =>
  count > MOST_COUNTED ? `${MOST_COUNTED}+` : numberFormat(locale).format(count);
