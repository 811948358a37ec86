// Two customers side by side, before they become one. Pure.

/** Why somebody may be the same person: an order of one with the other's address; the same telephone; the same name and mailbox. */
export type SameBecause = "order" | "phone" | "name";

/** What there is of a customer, and would move. */
export interface CustomerSide {
  id: string;
  name: string;
  email: string | null;
  /** at most MOST_COUNTED */
  tickets: number;
  /** e-mail addresses and telephone numbers */
  addresses: string[];
  /** names of the stores that know them */
  stores: string[];
  /** ISO 8601 */
  firstSeen: string;
}

export interface SuggestedCustomer extends CustomerSide {
  reasons: SameBecause[];
}

/** A customer that became this one. */
export interface PastMerge {
  id: string;
  name: string;
  /** the agent; null: gone since, or Shopify */
  byName: string | null;
  /** staff merged them at Shopify */
  byShopify: boolean;
  /** ISO 8601 */
  at: string;
}

export const MOST_COUNTED = 1000;
