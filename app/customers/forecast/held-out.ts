// The last weeks, forecast from what was known before them, beside what happened in them. Pure.
import { fitBuying } from "../prediction/fit.ts";
import { ordersWithin, standingOf } from "../prediction/forecast.ts";
import { gatherAlike } from "../prediction/history.ts";
import { historyBefore, type Buyer } from "./buyer.ts";

export interface HeldOut {
  weeks: number;
  /** who had bought before them */
  customers: number;
  /** days with an order among these, expected and seen */
  expected: number;
  happened: number;
}

/** A fifth of the time a store has been seen, within reason. */
export const weeksToHold = (days: number): number => Math.min(13, Math.max(4, Math.floor(days / 7 / 5)));

/** How well the weeks since day `cut` are forecast; null when nothing can be fitted to what was before. */
export function holdOut(buyers: readonly Buyer[], cut: number, weeks: number): HeldOut | null {
  const known = buyers.filter(({ heldDays }) => heldDays > 0);
  const histories = known.map((buyer) => historyBefore(buyer, cut));
  const fit = fitBuying(histories);
  if (!fit.ok) return null;
  let expected = 0;
  for (const group of gatherAlike(histories))
    expected += group.customers * ordersWithin(standingOf(group, fit.model), weeks);
  const happened = known.reduce((sum, { days, heldDays }) => sum + days - heldDays, 0);
  return { weeks, customers: known.length, expected: Math.round(expected), happened };
}
