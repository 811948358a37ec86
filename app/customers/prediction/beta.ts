import { logGamma } from "./gamma.ts";

/** The share of a beta distribution below `y` (0..1): the regularized incomplete beta function, by Lentz's fraction. */
export function betaBelow(y: number, a: number, b: number): number {
  if (y <= 0) return 0;
  if (y >= 1) return 1;
  // The fraction is quick on one side of the mean; the other side is its mirror.
  return y <= (a + 1) / (a + b + 2) ? lowerPart(y, a, b) : 1 - lowerPart(1 - y, b, a);
}

/** The value below which the share `share` of scale · G₁/G₂ lies, G₁ ~ gamma(a), G₂ ~ gamma(b): a beta-prime quantile. */
export function ratioQuantile(share: number, a: number, b: number, scale: number): number {
  return solve((value) => betaBelow(value / (value + scale), a, b) - share, scale);
}

/** Where a growing function passes zero, above 0; begins to look around `near`. Infinity when it never does. */
export function solve(rising: (value: number) => number, near: number): number {
  let low = near;
  let high = near;
  for (let step = 0; rising(low) > 0; step++, low /= 4) if (step > 500) return 0;
  for (let step = 0; rising(high) < 0; step++, high *= 4) if (step > 500) return Infinity;
  // By ratios: values lie orders of magnitude apart.
  for (let step = 0; step < 60 && high / low > 1 + 1e-9; step++) {
    const middle = Math.sqrt(low) * Math.sqrt(high);
    if (rising(middle) < 0) low = middle;
    else high = middle;
  }
  return Math.sqrt(low) * Math.sqrt(high);
}

function lowerPart(y: number, a: number, b: number): number {
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(y) + b * Math.log1p(-y) - Math.log(a),
  );
  return Math.min(1, front * fraction(y, a, b));
}

function fraction(y: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / away(1 - ((a + b) * y) / (a + 1));
  let value = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * y) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * y) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-14) break;
  }
  return value;
}

/** Zero would end the fraction. */
const away = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);
