// How long a large store's models take.
import { fitBuying, fitSpending } from "../app/customers/prediction/fit.ts";
import { simulateBuying, simulateSpending } from "./cdnow/shoppers.ts";
import { median, print, say, spread } from "./figure.ts";

const CUSTOMERS = 100_000;
const ROUNDS = 3;

/** fit.seconds-100000: both models of 100,000 customers, in order histories of days as a store has them. */
export function fit(): Promise<void> {
  const histories = simulateBuying(CUSTOMERS, { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, 1);
  const spendings = simulateSpending(histories, { p: 6.25, q: 3.74, gamma: 15.44 }, 2);
  const rounds = Array.from({ length: ROUNDS }, () => {
    const from = performance.now();
    for (const { ok } of [fitBuying(histories), fitSpending(spendings)]) if (!ok) say("fit: no model");
    return (performance.now() - from) / 1000;
  });
  print({
    figure: `fit.seconds-${CUSTOMERS}`,
    value: median(rounds),
    unit: "s",
    n: ROUNDS,
    spread: spread(rounds),
  });
  return Promise.resolve();
}
