// BG/NBD (Fader, Hardie, Lee 2005): a customer buys at random at a rate of their own, and after each order is lost with
// a probability of their own. Rates are spread over customers as gamma(r, alpha), probabilities as beta(a, b).
import { digammaRise, logRise } from "./gamma.ts";
import type { Alike } from "./history.ts";
import type { Landscape } from "./maximise.ts";

export interface Buying {
  r: number;
  /** weeks */
  alpha: number;
  a: number;
  b: number;
}

/**
 * The mean log-likelihood of all customers (equation 6 of the paper, each factor in logarithms) and its slopes, over
 * ln r, ln alpha, ln a, ln b.
 */
export function buyingLandscape(groups: readonly Alike[]): Landscape {
  const customers = groups.reduce((sum, group) => sum + group.customers, 0);
  const byRepeats = Map.groupBy(groups, (group) => group.repeats);
  return (logs) => {
    const [r = 0, alpha = 0, a = 0, b = 0] = logs.map(Math.exp);
    const sum = { value: 0, r: 0, alpha: 0, a: 0, b: 0 };
    // Γ and its derivatives depend on the number of orders alone.
    for (const [repeats, some] of byRepeats) addGroups(sum, some, repeats, { r, alpha, a, b });
    const slope = [sum.r * r, sum.alpha * alpha, sum.a * a, sum.b * b];
    return { value: sum.value / customers, slope: slope.map((value) => value / customers) };
  };
}

interface Sum {
  value: number;
  r: number;
  alpha: number;
  a: number;
  b: number;
}

/** Adds what customers with the same number of orders have to say. */
function addGroups(sum: Sum, groups: readonly Alike[], repeats: number, { r, alpha, a, b }: Buying): void {
  const exponent = r + repeats;
  const lostBefore = repeats > 0 ? Math.log(a) - Math.log(b + repeats - 1) : -Infinity;
  let customers = 0;
  let lost = 0;
  for (const { recency, age, customers: count } of groups) {
    const sinceAge = Math.log1p(age / alpha);
    const sinceLast = Math.log1p(recency / alpha);
    const stayed = -exponent * sinceAge;
    const left = lostBefore - exponent * sinceLast;
    const top = Math.max(stayed, left);
    const gap = Math.exp(-Math.abs(stayed - left));
    const chanceLost = (stayed > left ? gap : 1) / (1 + gap);
    const chanceHere = 1 - chanceLost;
    customers += count;
    lost += count * chanceLost;
    sum.value += count * (top + Math.log1p(gap));
    sum.r -= count * (chanceHere * sinceAge + chanceLost * sinceLast);
    sum.alpha +=
      (count / alpha) *
      (exponent * ((chanceHere * age) / (alpha + age) + (chanceLost * recency) / (alpha + recency)) -
        repeats);
  }
  const rises = logRise(r, repeats) + logRise(b, repeats) - logRise(a + b, repeats);
  sum.value += customers * (rises - repeats * Math.log(alpha));
  sum.r += customers * digammaRise(r, repeats);
  sum.a += lost / a - customers * digammaRise(a + b, repeats);
  sum.b += customers * (digammaRise(b, repeats) - digammaRise(a + b, repeats));
  if (repeats > 0) sum.b -= lost / (b + repeats - 1);
}
