// All that is said of one customer, in numbers: the page makes sentences of them.
import type { Buying } from "./buying.ts";
import type { Fitted } from "./fit.ts";
import { chancesOfOrders, lossLogOdds, orderQuantile, standingOf, sum, waitingQuantile } from "./forecast.ts";
import { isHistory, type History } from "./history.ts";
import type { SpendingModel } from "./spending.ts";
import { lifetimeValue, orderValue, purseOf, TAIL, type Range } from "./value.ts";

export interface Prediction {
  /** the weeks that orders, no order and lifetime value are about */
  weeks: number;
  /** the number of orders to come, and its range */
  orders: Range;
  /** the chance of none at all */
  noOrder: number;
  /** the chance that they are lost for good; null for a customer of one order, of whom the model can't tell */
  churn: Range | null;
  /** weeks from now, if they are not lost; half of such customers come before the expected one, null: beyond ten years */
  nextOrder: { expected: number | null; low: number | null; high: number | null };
  /** the value of their orders, and the range of a single one; null without a model of spending */
  orderValue: Range | null;
  /** what the orders to come are worth today, and their range */
  lifetimeValue: Range | null;
}

export interface Models {
  buying: Fitted<Buying>;
  spending: Fitted<SpendingModel> | null;
}

export interface Horizon {
  weeks: number;
  /** 0.1 is 10 % a year */
  yearlyDiscount: number;
}

/** What is to be expected of a customer; `average` is the mean value of their repeat orders. Null for impossible numbers. */
export function predict(
  customer: History & { average: number },
  { buying, spending }: Models,
  { weeks, yearlyDiscount }: Horizon,
): Prediction | null {
  if (!isHistory(customer) || !(customer.average >= 0 && customer.average < Infinity)) return null;
  const standing = standingOf(customer, buying.model);
  const chances = chancesOfOrders(standing, weeks);
  const purse = spending && purseOf(customer, spending.model);
  return {
    weeks,
    orders: {
      expected: sum(chances),
      low: orderQuantile(chances, TAIL),
      high: orderQuantile(chances, 1 - TAIL),
    },
    noOrder: 1 - (chances[0] ?? 0),
    churn: customer.repeats > 0 ? churnOf(customer, buying) : null,
    nextOrder: {
      expected: withinReason(waitingQuantile(standing, 0.5)),
      low: withinReason(waitingQuantile(standing, TAIL)),
      high: withinReason(waitingQuantile(standing, 1 - TAIL)),
    },
    orderValue: purse && orderValue(purse),
    lifetimeValue: purse && lifetimeValue(standing, purse, weeks, yearlyDiscount),
  };
}

/** The normal distribution's 90 % point. */
const TENTH = 1.2816;

/** A probability has no cases of its own: its range is how far the fitted parameters may be off (delta method, log odds). */
function churnOf(history: History, { model, covariance }: Fitted<Buying>): Range {
  const logs = [model.r, model.alpha, model.a, model.b].map(Math.log);
  const step = 1e-4;
  const slopes = logs.map((_, index) => {
    const moved = (by: number) =>
      logOddsOfLoss(
        history,
        logs.map((log, other) => log + (other === index ? by : 0)),
      );
    return (moved(step) - moved(-step)) / (2 * step);
  });
  const variance = sum(
    covariance.map((row, i) => sum(row.map((value, j) => value * (slopes[i] ?? 0) * (slopes[j] ?? 0)))),
  );
  const logOdds = logOddsOfLoss(history, logs);
  const width = TENTH * Math.sqrt(Math.max(0, variance));
  return { expected: share(logOdds), low: share(logOdds - width), high: share(logOdds + width) };
}

function logOddsOfLoss(history: History, logs: readonly number[]): number {
  const [r = 0, alpha = 0, a = 0, b = 0] = logs.map(Math.exp);
  return lossLogOdds(history, { r, alpha, a, b });
}

const share = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

const TEN_YEARS = 520;

const withinReason = (weeks: number): number | null => (weeks <= TEN_YEARS ? weeks : null);
