// Looking for customers at Shopify. Pure.
import type { CardProblem } from "./profile.ts";

export interface FoundCustomer {
  /** Shopify's number of them */
  shopifyId: string;
  name: string;
  email: string | null;
  orders: number;
}

export type CustomerHits =
  { state: "found"; customers: FoundCustomer[] } | { state: "problem"; problem: CardProblem };

/**
 * Words somebody typed as Shopify's search takes them: bare words only. Its operators (OR, NOT, "-", "field:")
 * would make another question of them.
 */
export const searchWords = (typed: string): string =>
  (typed.slice(0, 200).match(/[\p{L}\p{N}@._+-]+/gu) ?? [])
    .map((word) => word.replace(/^[-+.]+|[-+.]+$/g, "").toLowerCase())
    .filter((word) => word && !["or", "and", "not"].includes(word))
    .slice(0, 8)
    .join(" ");
