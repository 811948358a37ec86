// What is written down of a fitting. Pure.
import type { Buying } from "../prediction/buying.ts";
import type { Fit, Fitted, Unfitted } from "../prediction/fit.ts";
import type { Models } from "../prediction/predict.ts";
import type { Qualification } from "../prediction/qualifies.ts";
import type { SpendingModel } from "../prediction/spending.ts";
import type { HeldOut } from "./held-out.ts";

/** Under way: it has a job. */
export const OPEN = ["waiting", "reading", "fitting", "writing"] as const;
export const FIT_STATES = [...OPEN, "done", "unqualified", "failed"] as const;
export type FitState = (typeof FIT_STATES)[number];

/**
 * Why a fitting came to nothing. "interrupted": it broke off again and again; "far-off": the weeks held out were forecast
 * so badly that nothing should be said of those to come; the others: prediction/fit.ts.
 */
export type FitProblem = "interrupted" | "far-off" | Unfitted["why"];

const PROBLEMS: Record<FitProblem, true> = {
  interrupted: true,
  "far-off": true,
  broken: true,
  "too-few": true,
  "no-repeats": true,
  "all-alike": true,
  runaway: true,
  "no-maximum": true,
};

/** What a row says went wrong. */
export const fitProblemOf = (text: string | null): FitProblem | null =>
  text !== null && Object.hasOwn(PROBLEMS, text) ? (text as FitProblem) : null;

/** The models as they are kept; without one of spending, why. */
export interface KeptModels {
  buying: Fitted<Buying>;
  spending: Fitted<SpendingModel> | Unfitted;
}

export const usable = ({ buying, spending }: KeptModels): Models => ({
  buying,
  spending: spending.ok ? spending : null,
});

/** Both models, or why there should be none. */
export function judged(
  buying: Fit<Buying>,
  spending: Fit<SpendingModel>,
  held: HeldOut | null,
): { models: KeptModels } | { problem: FitProblem } {
  if (!buying.ok) return { problem: buying.why };
  if (held && isFarOff(held)) return { problem: "far-off" };
  return { models: { buying, spending } };
}

/** Fewer orders than these are off by chance alone. */
const ENOUGH = 40;
const TIMES = 2;

function isFarOff({ expected, happened }: HeldOut): boolean {
  if (Math.max(expected, happened) < ENOUGH) return false;
  return expected > TIMES * happened || happened > TIMES * expected;
}

/** What the settings page shows of a store. Times are ISO 8601. */
export interface ForecastShown {
  storeId: string;
  store: string;
  /** its orders are here */
  ready: boolean;
  /** the last fitting that was asked for; null: none yet */
  last: FitShown | null;
  /** the one whose figures are shown; null: none are */
  good: FitShown | null;
}

export interface FitShown {
  state: FitState;
  problem: FitProblem | null;
  startedAt: string;
  finishedAt: string | null;
  customers: number;
  orders: number;
  done: number;
  workedMs: number;
  criteria: Qualification["criteria"];
  held: HeldOut | null;
  /** false: nothing is said of values */
  values: boolean;
}
