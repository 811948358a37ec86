// Finds where a likelihood is greatest. Everything is in the logarithms of the parameters: they stay positive, and a
// change of unit (weeks or days, öre or kronor) is only a shift.
import { levenbergMarquardt } from "ml-levenberg-marquardt";
import { CholeskyDecomposition, Matrix } from "ml-matrix";

/** A mean log-likelihood and its slope for each (logarithmic) parameter. */
export interface Height {
  value: number;
  slope: number[];
}

export type Landscape = (logs: readonly number[]) => Height;

export type Maximum =
  | { found: true; logs: number[]; value: number; iterations: number; curvature: Matrix }
  | { found: false; why: "runaway" | "no-maximum"; iterations: number };

/**
 * Climbs from the most likely of the starts; from the best one of the next family when that ends nowhere, for a
 * likelihood may have a ridge without end beside its top. A top is where the slope is zero and every direction leads
 * down. "runaway": a parameter only gets better towards zero or infinity. Starts are compared on the `rough` landscape,
 * that of some of the customers.
 */
export function maximise(landscape: Landscape, rough: Landscape, families: readonly number[][][]): Maximum {
  const starts = families
    .map((family) => mostLikely(rough, family))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => b.value - a.value);
  let iterations = 0;
  let ranAway = false;
  for (const start of starts) {
    const end = climb(landscape, start.logs);
    iterations += end.iterations;
    ranAway ||= end.atLimit;
    const { value, slope } = landscape(end.logs);
    const isTop = !end.atLimit && value >= landscape(start.logs).value && Math.hypot(...slope) < FLAT;
    const curvature = isTop ? curvatureAt(landscape, end.logs) : null;
    if (curvature) return { found: true, logs: end.logs, value, iterations, curvature };
  }
  return { found: false, why: ranAway ? "runaway" : "no-maximum", iterations };
}

/** A parameter this many powers of e from where it started has no finite value. */
const FAR = 8;

/** What counts as no slope, a customer. */
const FLAT = 1e-7;

/** Slopes are given to the library larger: its damping ends at 1e-7, and squared curvatures of a flat ridge are smaller. */
const MAGNIFY = 1e4;

function mostLikely(landscape: Landscape, family: readonly number[][]): Place {
  return family
    .map((logs) => ({ logs, value: landscape(logs).value }))
    .reduce((best, next) => (next.value > best.value ? next : best));
}

interface Place {
  logs: number[];
  value: number;
}

/**
 * The likelihood equations (every slope is zero) solved as least squares: near the top the steps are Newton's, far from
 * it they are damped.
 */
function climb(landscape: Landscape, start: readonly number[]) {
  const places = start.map((_, index) => index);
  const { parameterValues, iterations } = levenbergMarquardt(
    { x: places, y: places.map(() => 0) },
    (logs) => {
      const { slope } = landscape(logs);
      return (place) => (slope[place] ?? 0) * MAGNIFY;
    },
    {
      initialValues: start,
      minValues: start.map((log) => log - FAR),
      maxValues: start.map((log) => log + FAR),
      damping: 1e6,
      maxIterations: 100,
      centralDifference: true,
      gradientDifference: 1e-4,
      errorTolerance: (FLAT * MAGNIFY * 0.01) ** 2,
    },
  );
  const atLimit = parameterValues.some((log, index) => Math.abs(log - (start[index] ?? 0)) > FAR - 0.1);
  return { logs: parameterValues, iterations, atLimit };
}

/** Minus the second derivatives, if they say that this is a top; null when not. */
function curvatureAt(landscape: Landscape, logs: readonly number[]): Matrix | null {
  const step = 1e-4;
  const rows = logs.map((_, index) => {
    const moved = (by: number) => logs.map((log, other) => (other === index ? log + by : log));
    const above = landscape(moved(step)).slope;
    const below = landscape(moved(-step)).slope;
    return above.map((slope, other) => ((below[other] ?? 0) - slope) / (2 * step));
  });
  const matrix = new Matrix(rows);
  const symmetric = Matrix.add(matrix, matrix.transpose()).mul(0.5);
  if (symmetric.to1DArray().some((value) => !Number.isFinite(value))) return null;
  return new CholeskyDecomposition(symmetric).isPositiveDefinite() ? symmetric : null;
}
