// A search in one customer's orders, in Shopify's language. What was typed never becomes a part of it. Pure.
import type { Owner } from "../theirs.ts";

/** What an order can be looked for by, beside words. */
export const ORDER_STATUSES = ["unpaid", "unsent", "sent", "returns", "refunded", "cancelled"] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export interface OrderWish {
  words: string;
  status: OrderStatus | null;
}

/** What was asked for; what is no status of ours is none. */
export const readWish = (asked: URLSearchParams): OrderWish => ({
  words: (asked.get("q") ?? "").slice(0, LONGEST_SEARCH),
  status: ORDER_STATUSES.find((known) => known === asked.get("status")) ?? null,
});

const BY_STATUS: Record<OrderStatus, string> = {
  unpaid: anyOf("financial_status", ["pending", "authorized", "partially_paid", "expired"]),
  unsent: anyOf("fulfillment_status", ["unfulfilled", "partial", "scheduled", "on_hold"]),
  sent: anyOf("fulfillment_status", ["fulfilled"]),
  returns: anyOf("return_status", ["return_requested", "in_progress", "inspection_complete", "returned"]),
  refunded: anyOf("financial_status", ["refunded", "partially_refunded"]),
  cancelled: "status:cancelled",
};

/** Few enough that the search stays short. */
const MOST_NAMES = 10;
const MOST_WORDS = 6;
const LONGEST_WORD = 60;
const LONGEST_SEARCH = 200;

/** The search for `query`; null when nobody in this store is known to be looked for. */
export function searchOf(owner: Owner, { words, status }: OrderWish): string | null {
  const ids = owner.shopifyIds.slice(0, MOST_NAMES).map((id) => `customer_id:${id}`);
  const emails = owner.emails.slice(0, MOST_NAMES).map((email) => `email:${quoted(email)}`);
  const theirs = either([...ids, ...emails]);
  if (!theirs) return null;
  const rest = [...(status ? [BY_STATUS[status]] : []), ...wordsIn(words).map(byWord)];
  return [theirs, ...rest].join(" AND ");
}

/** Everything that means something to Shopify's search parts words and is left out of them. */
export const wordsIn = (typed: string): string[] =>
  typed
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}#._/@+-]+/gu, " ")
    .split(" ")
    .map((word) => Array.from(word).slice(0, LONGEST_WORD).join(""))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS);

/** What has a digit may be an order, an article or a parcel; other words are looked for by how they begin. */
function byWord(word: string): string {
  if (/\d/.test(word)) return either([`name:${quoted(word)}`, `sku:${quoted(word)}`, quoted(word)]);
  return /^[\p{L}\p{N}]{2,}$/u.test(word) ? `${word}*` : quoted(word);
}

/** A backslash and a quote are the only ways out of a quoted value. */
const quoted = (value: string): string => `"${value.replace(/["\\]/g, "")}"`;

function either(terms: string[]): string {
  return terms.length > 1 ? `(${terms.join(" OR ")})` : (terms[0] ?? "");
}

function anyOf(field: string, values: string[]): string {
  return either(values.map((value) => `${field}:${value}`));
}
