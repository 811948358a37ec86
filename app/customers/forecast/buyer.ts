// A buyer as the fitting sees them: days with an order. Two orders on one day are one visit. Pure.
import type { History, Spending } from "../prediction/history.ts";

export interface Buyer {
  who: string;
  /** counted from 1970 */
  firstDay: number;
  lastDay: number;
  /** with an order */
  days: number;
  /** the mean value of those after the first, in the store's currency; 0: none was in it */
  average: number;
  /** the same before the weeks held out */
  heldDays: number;
  heldLastDay: number | null;
}

/** What they did up to a day. */
export const historyOf = (
  { firstDay, lastDay, days, average }: Omit<Buyer, "who" | "heldDays" | "heldLastDay">,
  upTo: number,
): History & Spending => ({
  repeats: days - 1,
  recency: (lastDay - firstDay) / 7,
  age: (upTo - firstDay) / 7,
  average,
});

/** What they had done before the day `cut`. */
export const historyBefore = ({ firstDay, heldLastDay, heldDays }: Buyer, cut: number): History => ({
  repeats: heldDays - 1,
  recency: ((heldLastDay ?? firstDay) - firstDay) / 7,
  age: (cut - firstDay) / 7,
});
