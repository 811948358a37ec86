import type { KnownCustomer } from "../../customers/known.ts";
import type { PastMerge } from "../../customers/merging/side.ts";
import type { CustomerCard } from "../../customers/profile.ts";
import type { TicketOfCustomer } from "../../tickets/of-customer.ts";

/** A customer as their page gets them. */
export interface CustomerView {
  customer: KnownCustomer & { tickets: number };
  /** the store they are shown as a customer of; null: none of ours knows them */
  store: { id: string; name: string } | null;
  /** what is known of them there, without asking Shopify */
  card: CustomerCard;
  /** the latest of their tickets */
  tickets: TicketOfCustomer[];
  /** who turned out to be them */
  merges: PastMerge[];
}
