import { expect, test } from "vitest";
import { betaBelow, ratioQuantile, solve } from "./beta.ts";
import { digamma, digammaRise, logGamma, logRise } from "./gamma.ts";

test.each([
  [0.001, 6.907178885383854],
  [0.5, Math.log(Math.PI) / 2],
  [1, 0],
  [2, 0],
  [4.5, 2.453736570842442],
  [171, 706.5730622457874],
  [1e6, 12815504.569147611],
])("ln Γ(%d) is %d", (z, value) => {
  expect(logGamma(z) - value).toBeLessThan(1e-12 * Math.max(1, value));
  expect(value - logGamma(z)).toBeLessThan(1e-12 * Math.max(1, value));
});

test.each([
  [1, -0.5772156649015329],
  [0.25, -4.227453533376265],
  [10, 2.251752589066721],
  [0.001, -1000.5755719318103],
])("ψ(%d) is %d", (z, value) => {
  expect(Math.abs(digamma(z) - value)).toBeLessThan(1e-12 * Math.max(1, Math.abs(value)));
});

test("a rise is the difference, also where the difference has lost its digits", () => {
  expect(logRise(0.3, 2)).toBeCloseTo(Math.log(0.3 * 1.3), 14);
  expect(logRise(0.3, 4000)).toBeCloseTo(logGamma(4000.3) - logGamma(0.3), 10);
  expect(logRise(1e9, 1)).toBe(Math.log(1e9));
  expect(digammaRise(1e9, 1)).toBe(1e-9);
  expect(digammaRise(2, 2.5)).toBeCloseTo(digamma(4.5) - digamma(2), 14);
});

test("a beta distribution has its known shares", () => {
  expect(betaBelow(0.3, 1, 1)).toBeCloseTo(0.3, 14);
  expect(betaBelow(0.3, 2, 1)).toBeCloseTo(0.09, 14);
  expect(betaBelow(0.3, 1, 3)).toBeCloseTo(1 - 0.7 ** 3, 14);
  expect(betaBelow(0.5, 5000, 5000)).toBeCloseTo(0.5, 10);
  expect([betaBelow(0, 2, 3), betaBelow(1, 2, 3), betaBelow(1e-300, 0.01, 5000)]).toEqual([
    0,
    1,
    expect.closeTo(0.00102, 2),
  ]);
});

test("a quantile is where the share is reached", () => {
  const value = ratioQuantile(0.9, 6.25, 3.74, 15.44);
  expect(betaBelow(value / (value + 15.44), 6.25, 3.74)).toBeCloseTo(0.9, 8);
  // G₁/G₂ of two exponentials: half of them below 1.
  expect(ratioQuantile(0.5, 1, 1, 7)).toBeCloseTo(7, 6);
  expect(solve(() => -1, 1)).toBe(Infinity);
  expect(solve(() => 1, 1)).toBe(0);
});
