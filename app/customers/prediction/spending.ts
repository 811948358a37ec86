// Gamma-gamma (Fader, Hardie 2013): a customer's orders vary around a mean of their own as gamma(p, nu), and nu is spread
// over customers as gamma(q, gamma). It supposes that how much somebody spends has nothing to do with how often.
import { digamma, digammaRise, logGamma, logRise } from "./gamma.ts";
import type { Spending } from "./history.ts";
import type { Landscape } from "./maximise.ts";

export interface SpendingModel {
  p: number;
  q: number;
  /** in units of the currency */
  gamma: number;
}

/** The mean log-likelihood of the customers' means (equation 1a of their note) and its slopes, over ln p, ln q, ln gamma. */
export function spendingLandscape(customers: readonly Spending[]): Landscape {
  const byRepeats = Map.groupBy(customers, ({ repeats }) => repeats);
  return (logs) => {
    const [p = 0, q = 0, gamma = 0] = logs.map(Math.exp);
    const sum = { value: 0, p: 0, q: 0, gamma: 0 };
    for (const [repeats, some] of byRepeats) {
      const shape = p * repeats;
      const both = digamma(shape + q);
      sum.value += some.length * (logRise(q, shape) - logGamma(shape));
      sum.p += some.length * repeats * (both - digamma(shape));
      sum.q += some.length * digammaRise(q, shape);
      for (const { average } of some) {
        const total = repeats * average;
        const share = Math.log(total / (gamma + total));
        const rest = -Math.log1p(total / gamma);
        sum.value += shape * share + q * rest - Math.log(average);
        sum.p += repeats * share;
        sum.q += rest;
        sum.gamma += (q * total - shape * gamma) / (gamma * (gamma + total));
      }
    }
    const slope = [sum.p * p, sum.q * q, sum.gamma * gamma];
    return { value: sum.value / customers.length, slope: slope.map((value) => value / customers.length) };
  };
}
