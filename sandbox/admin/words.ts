// How the admin writes amounts, dates and states, in the reader's language where it matters.

import { html } from "../mail/html.ts";
import type { Html } from "../mail/html.ts";
import type { Shop } from "../world/types.ts";

/** Cents as "1 298,00 kr". */
export const amount = (cents: number, currency: string): string =>
  new Intl.NumberFormat("sv-SE", { style: "currency", currency }).format(cents / 100);

/** "19 Nov 2026, 10:42" in the shop's own time. */
export const moment = (at: string, shop: Shop): string =>
  new Date(at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone: shop.timeZone });

const TONES: Record<string, string> = {
  PAID: "good",
  FULFILLED: "good",
  UNFULFILLED: "wait",
  PENDING: "wait",
  AUTHORIZED: "wait",
  ON_HOLD: "bad",
  CANCELLED: "bad",
};

/** "PARTIALLY_REFUNDED" as a small label "Partially refunded". */
export function status(value: string): Html {
  const text = value.charAt(0) + value.slice(1).toLowerCase().replaceAll("_", " ");
  return html`<span class="status ${TONES[value] ?? ""}">${text}</span>`;
}
