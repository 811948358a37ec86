import type { EventsPage, Metric } from "../../customers/events/metrics.ts";
import type { StoreForecast } from "../../customers/forecast/forecast.ts";
import type { KnownCustomer } from "../../customers/known.ts";
import type { PastMerge } from "../../customers/merging/side.ts";
import type { CustomerCard } from "../../customers/profile.ts";
import type { TicketOfCustomer } from "../../tickets/of-customer.ts";

/** A customer as their page gets them. */
export interface CustomerView {
  customer: KnownCustomer;
  /** the store they are shown as a customer of; null: none of ours knows them */
  store: { id: string; name: string } | null;
  /** what is known of them there, without asking Shopify */
  card: CustomerCard;
  /** the latest of their tickets */
  tickets: TicketOfCustomer[];
  /** what is expected of them, in each store that knows them, the shown one first */
  forecasts: StoreForecast[];
  /** the first page of their events, of the kinds the agent looks at */
  events: { first: EventsPage; chosen: Metric[] };
  /** who turned out to be them */
  merges: PastMerge[];
}
