import { expect, test } from "vitest";
import { formatMoney } from "./money.ts";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

test.each([
  ["1298.0", "SEK", "sv", "1 298,00 kr"],
  ["1298.0", "NOK", "nb", "1 298,00 kr"],
  ["1298.0", "NOK", "sv", "1 298,00 Nkr"],
  ["1298.0", "SEK", "en", "SEK 1,298.00"],
  ["1298.5", "EUR", "en-GB", "€1,298.50"],
  ["5000", "JPY", "en", "¥5,000"],
  ["12.5", "???", "sv", "12.5 ???"],
  ["much", "SEK", "sv", "much SEK"],
])("%s %s in %s is written %s", (amount, currencyCode, locale, written) => {
  expect(plain(formatMoney({ amount, currencyCode }, locale))).toBe(written);
});
