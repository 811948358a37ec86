// Amounts. Counted in cents, spoken as Shopify speaks them: decimal strings.

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

/** The shop's and the shopper's money; these shops sell in one currency. */
export const moneyBag = (amount: number, currency: string): View => ({
  __typename: "MoneyBag",
  shopMoney: money(amount, currency),
  presentmentMoney: money(amount, currency),
});
