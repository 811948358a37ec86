// `npm run bench -- cdnow FILE`: fits the CDNOW sample and holds the result against what its authors published.
import { fitBuying, fitSpending, type Fit } from "../app/customers/prediction/fit.ts";
import { ordersWithin, standingOf } from "../app/customers/prediction/forecast.ts";
import { print, say } from "./figure.ts";
import { readPurchases, type Purchases } from "./cdnow/purchases.ts";

/** Fader, Hardie and Lee 2005, table 2; Fader and Hardie 2013, section 4. */
const PUBLISHED = {
  buying: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, logLikelihood: -9582.4 },
  spending: { p: 6.25, q: 3.74, gamma: 15.44, logLikelihood: -4055.9 },
};

/** The paper looks at as many weeks again as it learned from. */
const WEEKS_AFTER = 39;

/** Returns the exit code: 1 when the file can't be read, or the fit is not the published one to three digits. */
export function judgeCdnow(file: string): number {
  const purchases = readPurchases(file);
  if (typeof purchases === "string") {
    say(`cdnow: not run, ${purchases}.`);
    return 1;
  }
  const buying = timed("buying", () => fitBuying(purchases));
  const spending = timed("spending", () => fitSpending(purchases));
  const right = [
    report("buying", buying, PUBLISHED.buying),
    report("spending", spending, PUBLISHED.spending),
  ].every(Boolean);
  if (buying.ok)
    forecast(purchases, (history, weeks) => ordersWithin(standingOf(history, buying.model), weeks));
  return right ? 0 : 1;
}

function timed<Model>(name: string, fit: () => Fit<Model>): Fit<Model> {
  const from = performance.now();
  const result = fit();
  const n = result.ok ? result.customers : 0;
  print({ figure: `cdnow.${name}-fit-ms`, value: performance.now() - from, unit: "ms", n });
  return result;
}

/** Prints each parameter; says which is not the published one. */
function report<Model extends object>(
  name: string,
  fit: Fit<Model>,
  published: Model & { logLikelihood: number },
): boolean {
  if (!fit.ok) {
    say(`cdnow: no ${name} model, ${fit.why}.`);
    return false;
  }
  const { logLikelihood, ...parameters } = published;
  const found = Object.entries(fit.model) as [string, number][];
  const wanted = new Map<string, number>(Object.entries(parameters));
  for (const [key, value] of found) {
    print({ figure: `cdnow.${key}`, value, unit: "", n: fit.customers, digits: 6 });
  }
  const value = fit.logLikelihood;
  print({ figure: `cdnow.${name}-log-likelihood`, value, unit: "", n: fit.customers, digits: 6 });
  const wrong = found
    .filter(([key, parameter]) => parameter.toPrecision(3) !== wanted.get(key)?.toPrecision(3))
    .map(([key, parameter]) => `${key} is ${parameter}, published ${wanted.get(key)}`);
  if (Math.abs(value - logLikelihood) > 0.1) {
    wrong.push(`the log-likelihood is ${value}, published ${logLikelihood}`);
  }
  for (const words of wrong) say(`cdnow: ${words}.`);
  return wrong.length === 0;
}

/** The repeat orders of all these customers together after the last week that the model has seen, cumulated. */
function forecast(purchases: Purchases[], expected: (purchases: Purchases, weeks: number) => number): void {
  const total = (weeks: number) => purchases.reduce((sum, one) => sum + expected(one, weeks), 0);
  const weekly = Array.from({ length: WEEKS_AFTER }, (_, week) => total(week + 1));
  print({
    figure: `cdnow.orders-${WEEKS_AFTER}-weeks-after`,
    value: weekly.at(-1) ?? 0,
    unit: "repeat orders",
    n: purchases.length,
    digits: 5,
    note: `week by week, cumulated: ${weekly.map((orders) => orders.toFixed(1)).join(" ")}`,
  });
}
