import type { TicketPage } from "./thread.server.ts";

/** A ticket as its page gets it. */
export interface TicketView extends TicketPage {
  /** where a colleague opens it: a page of Shopify's admin */
  link: string;
}
