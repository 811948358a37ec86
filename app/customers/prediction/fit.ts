import { inverse } from "ml-matrix";
import { buyingLandscape, type Buying } from "./buying.ts";
import { gatherAlike, isHistory, type History, type Spending } from "./history.ts";
import { maximise, steadied, type Landscape, type Maximum } from "./maximise.ts";
import { spendingLandscape, type SpendingModel } from "./spending.ts";

/** What a fit is worth, and how sure it is. */
export interface Fitted<Model> {
  ok: true;
  model: Model;
  logLikelihood: number;
  iterations: number;
  customers: number;
  /** the data left a parameter open, as when nobody seems lost, and a weak opinion of what is usual settled it */
  steadied: boolean;
  /** of the logarithms of the parameters, in their order: how far they may be off */
  covariance: number[][];
}

/**
 * Why there is no model. "broken": a number that can't be a customer's; "too-few": fewer customers than parameters;
 * "no-repeats": nobody ordered twice; "all-alike": nothing to tell customers apart by; "runaway": even so the
 * data want a parameter at zero or infinity; "no-maximum": no top was found.
 */
export interface Unfitted {
  ok: false;
  why: "broken" | "too-few" | "no-repeats" | "all-alike" | "runaway" | "no-maximum";
  iterations: number;
}

export type Fit<Model> = Fitted<Model> | Unfitted;

/** The BG/NBD model that makes these histories most likely. */
export function fitBuying(histories: readonly History[]): Fit<Buying> {
  if (!histories.every(isHistory)) return unfitted("broken");
  if (histories.length <= 4) return unfitted("too-few");
  const groups = gatherAlike(histories);
  const orders = histories.reduce((sum, { repeats }) => sum + repeats, 0);
  const weeks = histories.reduce((sum, { age }) => sum + age, 0);
  if (orders === 0) return unfitted("no-repeats");
  if (groups.length === 1 || weeks === 0) return unfitted("all-alike");
  const rate = orders / weeks;
  return climbed(
    histories.length,
    { whole: buyingLandscape(groups), rough: buyingLandscape(gatherAlike(some(histories))) },
    buyingStarts(rate),
    [0.5, 0.5 / rate, 0.7, 3],
    ([r = 0, alpha = 0, a = 0, b = 0]) => ({ r, alpha, a, b }),
  );
}

/** The gamma-gamma model that makes these averages most likely. Customers without a paid repeat order say nothing. */
export function fitSpending(all: readonly Spending[]): Fit<SpendingModel> {
  const sound = all.every(({ repeats, average }) => repeats >= 0 && Number.isFinite(repeats + average));
  if (!sound) return unfitted("broken");
  const customers = all.filter(({ repeats, average }) => repeats >= 1 && average > 0);
  if (customers.length === 0) return unfitted("no-repeats");
  if (customers.length <= 3) return unfitted("too-few");
  const averages = customers.map(({ average }) => average);
  const least = averages.reduce((a, b) => Math.min(a, b));
  const most = averages.reduce((a, b) => Math.max(a, b));
  // The mean of equal numbers, computed anew by whoever asks, is equal to the last digits only.
  if (most / least < 1 + 1e-9) return unfitted("all-alike");
  const mean = averages.reduce((a, b) => a + b / averages.length, 0);
  return climbed(
    customers.length,
    { whole: spendingLandscape(customers), rough: spendingLandscape(some(customers)) },
    spendingStarts(mean),
    [5, 3, (2 * mean) / 5],
    ([p = 0, q = 0, gamma = 0]) => ({ p, q, gamma }),
  );
}

/** The top of what the data say alone; failing that, with an opinion of what is usual. */
function climbed<Model>(
  customers: number,
  { whole, rough }: { whole: Landscape; rough: Landscape },
  starts: number[][][],
  usual: number[],
  name: (values: number[]) => Model,
): Fit<Model> {
  const alone = maximise(whole, rough, starts);
  if (alone.found) return told(alone, whole, customers, name, false);
  const steady = (landscape: Landscape, of: number) => steadied(landscape, usual.map(Math.log), of);
  const found = maximise(steady(whole, customers), steady(rough, Math.min(customers, SOME)), starts);
  const iterations = alone.iterations + found.iterations;
  return told({ ...found, iterations }, whole, customers, name, true);
}

function told<Model>(
  end: Maximum,
  whole: Landscape,
  customers: number,
  name: (values: number[]) => Model,
  steadied: boolean,
): Fit<Model> {
  if (!end.found) return { ok: false, why: end.why, iterations: end.iterations };
  return {
    ok: true,
    model: name(end.logs.map(Math.exp)),
    logLikelihood: whole(end.logs).value * customers,
    iterations: end.iterations,
    customers,
    steadied,
    covariance: inverse(end.curvature).div(customers).to2DArray(),
  };
}

/**
 * By how customers are lost, and in each case several spreads of the rate, around the rate seen in all: customers who
 * are lost bought faster before than it says.
 */
const buyingStarts = (rate: number): number[][][] =>
  combinations([
    [0.05, 0.3, 1, 3],
    [1, 3, 10],
  ]).map(([a = 0, kept = 0]) =>
    combinations([
      [0.1, 0.3, 1, 3],
      [0.3, 0.6, 1],
    ]).map(([r = 0, quicker = 0]) => [r, (quicker * r) / rate, a, a * kept].map(Math.log)),
  );

/** The mean over customers is p · gamma / (q − 1). */
const spendingStarts = (mean: number): number[][][] =>
  [1, 3, 10].map((p) => [1.5, 3, 10].map((q) => [p, q, (mean * (q - 1)) / p].map(Math.log)));

/** About so many customers are looked at first. */
const SOME = 2000;

/** Some of them, evenly. */
const some = <Item>(all: readonly Item[]): Item[] => {
  const every = Math.ceil(all.length / SOME);
  return all.filter((_, index) => index % every === 0);
};

/** One of each, in every way. */
const combinations = (choices: number[][]): number[][] =>
  choices.reduce<number[][]>(
    (found, some) => found.flatMap((one) => some.map((next) => [...one, next])),
    [[]],
  );

const unfitted = (why: Unfitted["why"]): Unfitted => ({ ok: false, why, iterations: 0 });
