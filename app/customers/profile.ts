// What the customer card shows, and why it sometimes can't. Pure.
import type { CardOrder } from "./order-row.ts";

export interface CardCustomer {
  name: string;
  email: string | null;
  phone: string | null;
  /** Customer.amountSpent: the lifetime value, never a sum of the orders we may see */
  spent: { amount: string; currencyCode: string } | null;
  numberOfOrders: number;
  customerSince: string | null;
  adminUrl: string;
  orders: CardOrder[];
}

/** Why Shopify told us nothing, or not everything. Each has a line of its own on the card. */
export type CardProblem = "slow" | "throttled" | "refused" | "down" | "uninstalled";

export type CustomerCard =
  | { state: "found"; customer: CardCustomer; /** protected fields Shopify withheld */ withheld: boolean }
  | { state: "none" }
  | { state: "problem"; problem: CardProblem };
