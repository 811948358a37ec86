// What BG/NBD expects of one customer. Given the history, a customer who is still here has a rate from
// gamma(r + x, alpha + T) and, apart from it, a probability of loss from beta(a, b + x). So whether there is an order
// after the next n is a product of two known chances, and every figure is a sum of such products, all positive. The
// published formulas say the same with the hypergeometric function, which loses its digits for busy customers.
import type { Buying } from "./buying.ts";
import type { History } from "./history.ts";

/** A customer as the model sees them now. */
export interface Standing {
  /** the chance that they are not lost yet */
  here: number;
  /** of their rate, if here: gamma(shape, weeks) */
  shape: number;
  weeks: number;
  /** of their loss after an order, if here: beta(a, b) */
  a: number;
  b: number;
}

/** Where the model puts a customer with this history. */
export function standingOf(history: History, { r, alpha, a, b }: Buying): Standing {
  const { repeats, age } = history;
  const here = 1 / (1 + Math.exp(lossLogOdds(history, { r, alpha, a, b })));
  return { here, shape: r + repeats, weeks: alpha + age, a, b: b + repeats };
}

/** How likely it is that the customer is lost, over not; −∞ without a repeat order: the model loses nobody before one. */
export function lossLogOdds({ repeats, recency, age }: History, { r, alpha, a, b }: Buying): number {
  if (repeats === 0) return -Infinity;
  return (r + repeats) * Math.log((alpha + age) / (alpha + recency)) + Math.log(a / (b + repeats - 1));
}

/** Somebody who ordered for the first time a moment ago. */
export const newCustomer = (model: Buying): Standing => standingOf({ repeats: 0, recency: 0, age: 0 }, model);

/** The chances of at least 1, 2, 3 … orders within the weeks to come, as far as they matter. */
export function chancesOfOrders({ here, shape, weeks, a, b }: Standing, ahead: number): number[] {
  const chances: number[] = [];
  if (!(ahead > 0)) return chances;
  const log = { none: -shape * Math.log1p(ahead / weeks), odds: -Math.log1p(weeks / ahead) };
  // The number of orders of somebody who is never lost is negative binomial.
  let logExactly = log.none;
  let more = -Math.expm1(log.none);
  let kept = 1;
  for (let n = 0; n < MOST; n++) {
    const chance = here * kept * more;
    if (chance < NEGLIGIBLE) break;
    chances.push(chance);
    kept *= (b + n) / (a + b + n);
    logExactly += Math.log((shape + n) / (n + 1)) + log.odds;
    more = Math.max(0, more - Math.exp(logExactly));
  }
  return chances;
}

/** So many orders ahead are counted, for a customer of thousands a week too. */
const MOST = 200_000;

/** Below the error of summing. */
const NEGLIGIBLE = 1e-13;

export const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** The mean number of orders within the weeks to come. */
export const ordersWithin = (standing: Standing, ahead: number): number =>
  sum(chancesOfOrders(standing, ahead));

/** The number of orders that is reached or stayed below with the probability `share`. */
export function orderQuantile(chances: readonly number[], share: number): number {
  const found = chances.findIndex((chance) => chance <= 1 - share);
  return found < 0 ? chances.length : found;
}

/** The weeks until the next order comes with the probability `share`, if the customer is still here. */
export const waitingQuantile = ({ shape, weeks }: Standing, share: number): number =>
  weeks * Math.expm1(-Math.log1p(-share) / shape);
