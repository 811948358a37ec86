// Amounts in their own currency, written the reader's way: "kr" is only the reader's own crown. Pure.
import { numberFormat } from "./formatters.ts";

/** "1 298,00 kr" for a Swede; the bare amount and code when Intl does not know the currency. */
export function formatMoney(money: { amount: string; currencyCode: string }, locale: string): string {
  const amount = Number(money.amount);
  if (!Number.isFinite(amount)) return `${money.amount} ${money.currencyCode}`;
  try {
    const style = { style: "currency", currency: money.currencyCode } as const;
    return numberFormat(locale, { ...style, currencyDisplay: "symbol" }).format(amount);
  } catch {
    return `${money.amount} ${money.currencyCode}`;
  }
}
