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
 * Climbs the `rough` landscape, that of some of the customers, from the most likely of the starts, and the whole one from
 * where that ends; goes on with the best start of the next family when it ends nowhere, for a likelihood may have a ridge
 * without end beside its top. "runaway": a parameter only gets better towards zero or infinity.
 */
export function maximise(landscape: Landscape, rough: Landscape, families: readonly number[][][]): Maximum {
  const starts = families
    .map((family) => mostLikely(rough, family))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => b.value - a.value)
    .map(({ logs }) => logs);
  let iterations = 0;
  let ranAway = false;
  const topFrom = (ground: Landscape, start: number[], most: number): Top | null => {
    const end = climb(ground, start, most);
    iterations += end.iterations;
    ranAway ||= end.atLimit;
    return end.atLimit ? null : topAt(ground, end.logs, ground(start).value);
  };
  for (const start of starts) {
    const near = topFrom(rough, start, 100);
    const top = near && topFrom(landscape, near.logs, 40);
    if (top) return { found: true, ...top, iterations };
  }
  // Some of the customers may leave open what all of them settle.
  for (const start of starts.slice(0, TRIES)) {
    const top = topFrom(landscape, start, 40);
    if (top) return { found: true, ...top, iterations };
  }
  return { found: false, why: ranAway ? "runaway" : "no-maximum", iterations };
}

interface Top {
  logs: number[];
  value: number;
  curvature: Matrix;
}

/** From how many starts the whole landscape is climbed if the rough one has no top. */
const TRIES = 3;

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
function climb(landscape: Landscape, start: readonly number[], maxIterations: number) {
  const places = start.map((_, index) => index);
  const slopes = (logs: readonly number[]) => {
    const { slope } = landscape(logs);
    return (place: number) => (slope[place] ?? 0) * MAGNIFY;
  };
  const options = {
    initialValues: start,
    minValues: start.map((log) => log - FAR),
    maxValues: start.map((log) => log + FAR),
    damping: 1e6,
    maxIterations,
    centralDifference: true,
    gradientDifference: 1e-4,
    errorTolerance: (FLAT * MAGNIFY * 0.01) ** 2,
  };
  try {
    const { parameterValues: logs, iterations } = levenbergMarquardt(
      { x: places, y: places.map(() => 0) },
      slopes,
      options,
    );
    return {
      logs,
      iterations,
      atLimit: logs.some((log, index) => Math.abs(log - (start[index] ?? 0)) > FAR - 0.1),
    };
  } catch {
    // The library throws where curvatures are no numbers: there is no way on from here.
    return { logs: [...start], iterations: 0, atLimit: false };
  }
}

/**
 * The same landscape under a weak opinion, worth about one customer in all: that each parameter is within a factor of
 * seven or so of what is usual. It has a top whatever the data leave open.
 */
export function steadied(landscape: Landscape, usual: readonly number[], customers: number): Landscape {
  const weight = 1 / (USUAL_SPREAD ** 2 * customers);
  return (logs) => {
    const { value, slope } = landscape(logs);
    const away = logs.map((log, index) => log - (usual[index] ?? 0));
    return {
      value: value - (weight / 2) * away.reduce((sum, by) => sum + by * by, 0),
      slope: slope.map((one, index) => one - weight * (away[index] ?? 0)),
    };
  };
}

/** A standard deviation, in powers of e. */
const USUAL_SPREAD = 2;

/** The place as a top: the slope is zero, every direction leads down, and it is no lower than the start; null when not. */
function topAt(landscape: Landscape, logs: number[], least: number): Top | null {
  const { value, slope } = landscape(logs);
  if (!(value >= least - FLAT && Math.hypot(...slope) < FLAT)) return null;
  const curvature = curvatureAt(landscape, logs);
  return curvature && { logs, value, curvature };
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
