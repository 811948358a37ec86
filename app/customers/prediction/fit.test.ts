import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { simulateBuying, simulateSpending } from "../../../bench/cdnow/shoppers.ts";
import { buyingLandscape } from "./buying.ts";
import { fitBuying, fitSpending } from "./fit.ts";
import { logGamma } from "./gamma.ts";
import { gatherAlike, type History, type Spending } from "./history.ts";
import { spendingLandscape } from "./spending.ts";

const buying = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const spending = { p: 6.25, q: 3.74, gamma: 15.44 };
const shoppers = simulateBuying(4000, buying, 11);

const some: History[] = [
  { repeats: 0, recency: 0, age: 30 },
  { repeats: 0, recency: 0, age: 30 },
  { repeats: 1, recency: 2.5, age: 38 },
  { repeats: 5, recency: 31, age: 31 },
  { repeats: 2, recency: 0, age: 12 },
];

describe("the likelihood of histories", () => {
  test("is the paper's", () => {
    const { r, alpha, a, b } = buying;
    const beta = (y: number, z: number) => Math.exp(logGamma(y) + logGamma(z) - logGamma(y + z));
    const likelihood = ({ repeats: x, recency, age }: History) =>
      (beta(a, b + x) / beta(a, b)) *
        Math.exp(logGamma(r + x) - logGamma(r) + r * Math.log(alpha) - (r + x) * Math.log(alpha + age)) +
      (x && beta(a + 1, b + x - 1) / beta(a, b)) *
        Math.exp(logGamma(r + x) - logGamma(r) + r * Math.log(alpha) - (r + x) * Math.log(alpha + recency));
    const mean = some.reduce((sum, one) => sum + Math.log(likelihood(one)), 0) / some.length;
    expect(buyingLandscape(gatherAlike(some))([r, alpha, a, b].map(Math.log)).value).toBeCloseTo(mean, 12);
  });

  test.each([
    ["buying", buyingLandscape(gatherAlike(some)), [0.4, 3, 0.5, 2]],
    ["spending", spendingLandscape([1, 2, 30].map((n) => ({ repeats: n, average: 10 * n }))), [4, 3, 20]],
  ])("has the slopes of its values: %s", (_, landscape, at) => {
    const logs = at.map(Math.log);
    const moved = (index: number, by: number) => logs.map((log, i) => log + (i === index ? by : 0));
    const slopes = logs.map(
      (_log, i) => (landscape(moved(i, 1e-5)).value - landscape(moved(i, -1e-5)).value) / 2e-5,
    );
    landscape(logs).slope.forEach((slope, i) => expect(slope).toBeCloseTo(slopes[i] ?? NaN, 7));
  });
});

describe("a fit", () => {
  test("finds the parameters that simulated shoppers were made with", () => {
    const fit = fitBuying(shoppers);
    if (!fit.ok) throw new Error(fit.why);
    Object.values(fit.model).forEach((value, index) => {
      const sure = Math.sqrt(fit.covariance[index]?.[index] ?? 0);
      const truth = Object.values(buying)[index] ?? NaN;
      expect(Math.abs(Math.log(value / truth))).toBeLessThan(3 * sure);
      expect(sure).toBeLessThan(0.3);
    });
  });

  test("finds what they spend by", () => {
    const fit = fitSpending(simulateSpending(shoppers, spending, 12));
    if (!fit.ok) throw new Error(fit.why);
    expect(fit.customers).toBe(shoppers.filter(({ repeats }) => repeats > 0).length);
    expect(fit.model.p).toBeCloseTo(6.25, -1);
    expect((fit.model.p * fit.model.gamma) / (fit.model.q - 1)).toBeCloseTo(35.2, -1);
  });

  test("says the same in days as in weeks and in öre as in kronor", () => {
    const inDays = fitBuying(
      shoppers.map(({ repeats, recency, age }) => ({ repeats, recency: 7 * recency, age: 7 * age })),
    );
    const inWeeks = fitBuying(shoppers);
    if (!inDays.ok || !inWeeks.ok) throw new Error("no fit");
    expect(inDays.model.alpha / inWeeks.model.alpha).toBeCloseTo(7, 5);
    expect(inDays.model.b).toBeCloseTo(inWeeks.model.b, 5);
    const spent = simulateSpending(shoppers, spending, 12);
    const kronor = fitSpending(spent);
    const ore = fitSpending(spent.map(({ repeats, average }) => ({ repeats, average: 100 * average })));
    if (!kronor.ok || !ore.ok) throw new Error("no fit");
    expect(ore.model.gamma / kronor.model.gamma).toBeCloseTo(100, 4);
  });

  const many = (history: History) => Array.from({ length: 50 }, () => history);
  const counted = (from: number) => Array.from({ length: 40 }, (_, index) => from + index);

  test.each<[string, History[], string]>([
    ["nobody", [], "too-few"],
    ["four customers", some.slice(0, 4), "too-few"],
    ["nobody who came back", many({ repeats: 0, recency: 0, age: 9 }), "no-repeats"],
    ["fifty times the same customer", many({ repeats: 2, recency: 3, age: 9 }), "all-alike"],
    ["customers of this moment", many({ repeats: 1, recency: 0, age: 0 }), "all-alike"],
    ["a customer older than time", [...some, { repeats: 1, recency: 9, age: 8 }], "broken"],
    ["half an order", [...some, { repeats: 0.5, recency: 1, age: 8 }], "broken"],
    ["no number", [...some, { repeats: 1, recency: NaN, age: 8 }], "broken"],
  ])("of %s says why there is none", (_, histories, why) => {
    expect(fitBuying(histories)).toMatchObject({ ok: false, why });
  });

  test("settles what the data leave open by what is usual, and says so", () => {
    const loyal = fitBuying(counted(8).map((age) => ({ repeats: age, recency: age, age })));
    expect(loyal).toMatchObject({ ok: true, steadied: true });
    if (!loyal.ok) throw new Error(loyal.why);
    expect(loyal.model.r / loyal.model.alpha).toBeCloseTo(1, 0);
    expect(loyal.model.a / loyal.model.b).toBeLessThan(0.05);
    expect(fitBuying(shoppers)).toMatchObject({ ok: true, steadied: false });
  });

  test.each<[string, Spending[], string]>([
    ["nobody", [], "no-repeats"],
    ["nobody who paid", counted(0).map(() => ({ repeats: 2, average: 0 })), "no-repeats"],
    [
      "three customers",
      counted(1)
        .slice(0, 3)
        .map((average) => ({ repeats: 1, average })),
      "too-few",
    ],
    ["one price", counted(1).map((repeats) => ({ repeats, average: 9.9 })), "all-alike"],
    ["an endless sum", counted(1).map((repeats) => ({ repeats, average: Infinity })), "broken"],
    ["less than nothing", counted(1).map((repeats) => ({ repeats, average: -repeats })), "no-repeats"],
  ])("of the spending of %s says why there is none", (_, customers, why) => {
    expect(fitSpending(customers)).toMatchObject({ ok: false, why });
  });

  test("of anything at all is a model of positive numbers, or a reason", () => {
    const number = fc.oneof(
      fc.double({ min: 0, noNaN: true }),
      fc.double({ min: 0, max: 60, noNaN: true }),
      fc.nat(9),
    );
    const history = fc
      .tuple(fc.oneof(fc.nat(3), fc.nat(100_000)), number, number)
      .map(([repeats, one, other]) => ({
        repeats,
        recency: repeats && Math.min(one, other),
        age: Math.max(one, other),
        average: one,
      }));
    fc.assert(
      fc.property(fc.array(history, { maxLength: 30 }), (customers) => {
        for (const fit of [fitBuying(customers), fitSpending(customers)]) {
          if (!fit.ok) continue;
          const values = Object.values<number>({ ...fit.model });
          expect(values.filter((value) => !(value > 0 && value < Infinity))).toEqual([]);
          expect(
            [fit.logLikelihood, ...fit.covariance.flat()].filter((value) => !Number.isFinite(value)),
          ).toEqual([]);
        }
      }),
      { numRuns: 12, seed: 5 },
    );
  });
});
