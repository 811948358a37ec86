import type { KnownCustomer } from "../customers/known.ts";
import type { CustomerCard } from "../customers/profile.ts";
import type { TicketPage } from "./thread.server.ts";

/** A ticket as its page gets it. */
export interface TicketView extends TicketPage {
  /** where a colleague opens it: a page of Shopify's admin */
  link: string;
  /** what is known of its customer in its store, without asking Shopify */
  card: CustomerCard;
  /** what we know of them ourselves; null: the ticket has no customer */
  known: KnownCustomer | null;
}
