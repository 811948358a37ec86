// Shoppers as the models suppose them, from a seed: the same every time.
import type { Buying } from "../../app/customers/prediction/buying.ts";
import type { History, Spending } from "../../app/customers/prediction/history.ts";
import type { SpendingModel } from "../../app/customers/prediction/spending.ts";

type Chance = () => number;

/** Histories of shoppers who came in a quarter and are looked at half a year later, in days as a store knows them. */
export function simulateBuying(customers: number, { r, alpha, a, b }: Buying, seed: number): History[] {
  const chance = chanceFrom(seed);
  return Array.from({ length: customers }, () => {
    const age = (183 + Math.floor(chance() * 91)) / 7;
    const rate = gamma(chance, r) / alpha;
    const [lost, kept] = [gamma(chance, a), gamma(chance, b)];
    let repeats = 0;
    let recency = 0;
    for (;;) {
      const next = recency - Math.log(1 - chance()) / rate;
      if (next > age) break;
      recency = next;
      repeats++;
      if (chance() * (lost + kept) < lost) break;
    }
    return { repeats, recency: Math.floor(recency * 7) / 7, age };
  });
}

/** What these shoppers spend on their repeat orders, on average. */
export function simulateSpending(
  histories: readonly History[],
  { p, q, gamma: scale }: SpendingModel,
  seed: number,
): Spending[] {
  const chance = chanceFrom(seed);
  return histories.map(({ repeats }) => {
    const nu = gamma(chance, q) / scale;
    return { repeats, average: repeats && gamma(chance, p * repeats) / (nu * repeats) };
  });
}

/** mulberry32: numbers from 0 to 1, without 1. */
function chanceFrom(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Marsaglia and Tsang's method, with mean `shape`. */
function gamma(chance: Chance, shape: number): number {
  if (shape < 1) return gamma(chance, shape + 1) * Math.pow(1 - chance(), 1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(chance);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - chance()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

const normal = (chance: Chance): number =>
  Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
