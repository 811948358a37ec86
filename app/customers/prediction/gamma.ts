// The gamma function and its kin by their logarithms, so that thousands of orders neither overflow nor vanish.

/** ln Γ(z) for z > 0, to about fourteen digits. */
export function logGamma(z: number): number {
  let shift = 1;
  let at = z;
  for (; at < LARGE; at++) shift *= at;
  return stirling(at) - Math.log(shift);
}

/** d/dz ln Γ(z) for z > 0. */
export function digamma(z: number): number {
  let shift = 0;
  let at = z;
  for (; at < LARGE; at++) shift += 1 / at;
  const q = 1 / (at * at);
  const tail =
    q * (1 / 12 - q * (1 / 120 - q * (1 / 252 - q * (1 / 240 - q * (1 / 132 - (q * 691) / 32760)))));
  return Math.log(at) - 0.5 / at - tail - shift;
}

/** ln Γ(z + n) − ln Γ(z), n ≥ 0: the difference of two large logarithms would lose the digits that count. */
export function logRise(z: number, n: number): number {
  if (n > FEW || !Number.isInteger(n)) return logGamma(z + n) - logGamma(z);
  let sum = 0;
  for (let k = 0; k < n; k++) sum += Math.log(z + k);
  return sum;
}

/** ψ(z + n) − ψ(z), n ≥ 0. */
export function digammaRise(z: number, n: number): number {
  if (n > FEW || !Number.isInteger(n)) return digamma(z + n) - digamma(z);
  let sum = 0;
  for (let k = 0; k < n; k++) sum += 1 / (z + k);
  return sum;
}

/** From here on Stirling's series is exact to the last digits. */
const LARGE = 10;

/** So many terms are summed one by one. */
const FEW = 24;

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

function stirling(z: number): number {
  const q = 1 / (z * z);
  const tail =
    (1 / 12 - q * (1 / 360 - q * (1 / 1260 - q * (1 / 1680 - q * (1 / 1188 - (q * 691) / 360360))))) / z;
  return (z - 0.5) * Math.log(z) - z + HALF_LOG_TWO_PI + tail;
}
