import { betaBelow, ratioQuantile, solve } from "./beta.ts";
import { chancesOfOrders, sum, type Standing } from "./forecast.ts";
import type { Spending } from "./history.ts";
import type { SpendingModel } from "./spending.ts";

/** A figure, and what comes out in eight of ten cases like this one. */
export interface Range {
  expected: number;
  low: number;
  high: number;
}

/** What share of cases lies below and above a range. */
export const TAIL = 0.1;

/** What gamma-gamma knows of a customer's orders: their values are scale · G₁/G₂, G₁ ~ gamma(p), G₂ ~ gamma(weight). */
export interface Purse {
  p: number;
  weight: number;
  scale: number;
}

/** Where the model puts a customer; one without paid repeat orders where the average customer is. */
export function purseOf({ repeats, average }: Spending, { p, q, gamma }: SpendingModel): Purse {
  const paid = average > 0 ? repeats : 0;
  return { p, weight: p * paid + q, scale: gamma + paid * average };
}

/** The value of their orders on average, and the range of a single one; null when the model has no mean for it. */
export function orderValue({ p, weight, scale }: Purse): Range | null {
  if (weight <= 1) return null;
  return {
    expected: (p * scale) / (weight - 1),
    low: ratioQuantile(TAIL, p, weight, scale),
    high: ratioQuantile(1 - TAIL, p, weight, scale),
  };
}

/**
 * What the orders of the weeks to come are worth today, together: a customer's further lifetime value. An order of a
 * week counts at that week's middle, less `yearlyDiscount` (0.1 = 10 %) a year. The range supposes that all are
 * discounted like the average one.
 */
export function lifetimeValue(
  standing: Standing,
  purse: Purse,
  weeks: number,
  yearlyDiscount: number,
): Range | null {
  const each = orderValue(purse);
  if (!each) return null;
  const chances = chancesOfOrders(standing, weeks);
  const undiscounted = sum(chances);
  if (undiscounted === 0) return { expected: 0, low: 0, high: 0 };
  const discount = discountedOrders(standing, weeks, yearlyDiscount) / undiscounted;
  const counts = exactly(chances);
  const below = (value: number) =>
    1 - (chances[0] ?? 0) + sum(counts.map(({ n, chance }) => chance * totalBelow(value, n, purse)));
  const quantile = (share: number) =>
    1 - (chances[0] ?? 0) >= share ? 0 : solve((value) => below(value) - share, each.expected) * discount;
  return { expected: undiscounted * discount * each.expected, low: quantile(TAIL), high: quantile(1 - TAIL) };
}

/** The chance that `n` orders together are worth less. */
const totalBelow = (value: number, n: number, { p, weight, scale }: Purse): number =>
  betaBelow(value / (value + scale), n * p, weight);

function discountedOrders(standing: Standing, weeks: number, yearlyDiscount: number): number {
  const weekly = Math.pow(1 + yearlyDiscount, -7 / 365.25);
  let discounted = 0;
  let before = 0;
  for (let from = 0; from < weeks; from++) {
    const until = Math.min(from + 1, weeks);
    const orders = sum(chancesOfOrders(standing, until));
    discounted += (orders - before) * Math.pow(weekly, (from + until) / 2);
    before = orders;
  }
  return discounted;
}

/** The chance of exactly so many orders; large numbers in bundles of their neighbours, about a hundred in all. */
function exactly(chances: readonly number[]): { n: number; chance: number }[] {
  const found: { n: number; chance: number }[] = [];
  for (let n = 1; n <= chances.length;) {
    const width = Math.max(1, Math.floor(n / 16));
    const last = Math.min(n + width, chances.length + 1);
    const chance = (chances[n - 1] ?? 0) - (chances[last - 1] ?? 0);
    found.push({ n: (n + last - 1) / 2, chance });
    n = last;
  }
  return found;
}
