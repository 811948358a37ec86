// Amounts. Counted in cents, spoken as Shopify speaks them: decimal strings.

import type { Order } from "../../world/types.ts";
import type { View } from "./view.ts";

/** "1298.00" or "1298.5" in cents. */
export const cents = (amount: string): number => Math.round(Number(amount) * 100);

/** Cents as "1298.0": Shopify drops a last zero, but keeps one decimal. */
export const decimal = (amount: number): string => (amount / 100).toFixed(2).replace(/0$/, "");

export const money = (amount: number, currency: string): View => ({
  __typename: "MoneyV2",
  amount: decimal(amount),
  currencyCode: currency,
});

type Currencies = Pick<Order, "currency" | "presentment">;

/** The shop's and the shopper's money. */
export const moneyBag = (amount: number, order: Currencies): View => ({
  __typename: "MoneyBag",
  shopMoney: money(amount, order.currency),
  presentmentMoney: money(toPresentment(amount, order), presentmentCurrency(order)),
});

export const presentmentCurrency = ({ currency, presentment }: Currencies): string =>
  presentment?.currency ?? currency;

/** In hundredths too, also of money that has none: whole yen are hundreds of them. */
export function toPresentment(amount: number, { presentment }: Currencies): number {
  if (!presentment) return amount;
  const piece = WITHOUT_DECIMALS.includes(presentment.currency) ? 100 : 1;
  return Math.round((amount * presentment.rate) / piece) * piece;
}

/** What this much of the shopper's money is of the shop's, at most `most`. */
export function fromPresentment(amount: number, order: Currencies, most: number): number {
  if (!order.presentment) return amount;
  return amount === toPresentment(most, order) ? most : Math.round(amount / order.presentment.rate);
}

const WITHOUT_DECIMALS = ["JPY", "KRW", "ISK"];
