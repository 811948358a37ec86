// A customer's tickets, and how their number is said. Pure.
import { MOST_COUNTED } from "../customers/known.ts";
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

/** "999+": nobody counts further than that. */
export const sayCount = (count: number, locale: string): string =>
  count > MOST_COUNTED ? `${MOST_COUNTED}+` : numberFormat(locale).format(count);
