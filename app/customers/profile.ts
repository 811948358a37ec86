// What is shown of a customer in one store, and why it is sometimes old or nothing. Pure.
import type { CardOrder } from "./order-row.ts";

export interface CardCustomer {
  /** the number in gid://shopify/Customer/… */
  shopifyId: string;
  name: string;
  email: string | null;
  phone: string | null;
  /** Customer.amountSpent: the lifetime value, never a sum of the orders we may see */
  spent: { amount: string; currencyCode: string } | null;
  /** null with `spent`: not in the workspace's plan */
  numberOfOrders: number | null;
  customerSince: string | null;
  /** what they read, BCP 47 */
  language: string | null;
  /** whether they want to hear from the store; null where there is no address to hear at */
  consent: { email: Consent | null; sms: Consent | null };
  /** each as lines, the way its country writes them */
  addresses: string[][];
  note: string;
  tags: string[];
  /** Shopify's own judgement, in its own words; null: not in the plan */
  byShopify: { spendTier: string | null; rfmGroup: string | null } | null;
  adminUrl: string;
  orders: CardOrder[];
}

export type Consent = "subscribed" | "pending" | "unsubscribed" | "none";

/** Why Shopify told us nothing, or not everything. Each has a line of its own on the card. */
export type CardProblem = "slow" | "throttled" | "refused" | "down" | "uninstalled";

/** When Shopify was asked (ISO 8601), and why it has not been since. */
interface Read {
  readAt: string;
  problem: CardProblem | null;
}

export type CustomerCard =
  | ({
      state: "found";
      customer: CardCustomer;
      /** protected fields Shopify withheld */ withheld: boolean;
    } & Read)
  | ({ state: "none" } & Read)
  /** nobody to ask for: the ticket has no customer, or they have no address */
  | { state: "nobody" }
  /** nothing is kept; their orders as the mirror has them. problem null: Shopify has not been asked */
  | { state: "unread"; problem: CardProblem | null; orders: CardOrder[] };

/** Webhooks keep it fresh; one that is older than this is asked for again when it is looked at, for those that got lost. */
export const FRESH_FOR = 60_000;
