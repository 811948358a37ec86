import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  chancesOfOrders,
  newCustomer,
  orderQuantile,
  ordersWithin,
  standingOf,
  waitingQuantile,
} from "./forecast.ts";
import type { History } from "./history.ts";

/** As published for CDNOW. */
const model = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };

/** The paper's own way, good for ordinary customers: Gauss's hypergeometric series. */
function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < 20_000 && Math.abs(term) > 1e-15 * Math.abs(sum); n++) {
    term *= ((a + n) * (b + n) * z) / ((c + n) * (n + 1));
    sum += term;
  }
  return sum;
}

function published({ repeats: x, recency, age }: History, t: number): number {
  const { r, alpha, a, b } = model;
  const stays =
    Math.pow((alpha + age) / (alpha + age + t), r + x) *
    hypergeometric(r + x, b + x, a + b + x - 1, t / (alpha + age + t));
  const lost = x && (a / (b + x - 1)) * Math.pow((alpha + age) / (alpha + recency), r + x);
  return (((a + b + x - 1) / (a - 1)) * (1 - stays)) / (1 + lost);
}

const anyHistory = fc
  .tuple(
    fc.oneof(fc.nat(5), fc.nat(5_000)),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.oneof(fc.double({ min: 0, max: 600, noNaN: true }), fc.double({ min: 0, max: 1e-6, noNaN: true })),
  )
  .map(([repeats, share, age]) => ({ repeats, recency: repeats && share * age, age }));

const parameter = fc.double({ min: -6, max: 6, noNaN: true }).map(Math.exp);
const anyModel = fc.record({ r: parameter, alpha: parameter, a: parameter, b: parameter });

describe("orders to come", () => {
  test("the paper's customer orders 1.226 times in the next 39 weeks", () => {
    expect(ordersWithin(standingOf({ repeats: 2, recency: 30.43, age: 38.86 }, model), 39)).toBeCloseTo(
      1.226,
      3,
    );
  });

  test.each<[History, number]>([
    [{ repeats: 0, recency: 0, age: 38.86 }, 39],
    [{ repeats: 1, recency: 1.71, age: 38.86 }, 10],
    [{ repeats: 7, recency: 29.43, age: 38.86 }, 52],
    [{ repeats: 26, recency: 30.86, age: 31 }, 104],
    [{ repeats: 300, recency: 200, age: 201 }, 26],
  ])("of %j in %d weeks are what the published formula says", (history, weeks) => {
    const expected = published(history, weeks);
    expect(ordersWithin(standingOf(history, model), weeks) / expected).toBeCloseTo(1, 8);
  });

  test("of a new customer are the published formula's too", () => {
    const { r, alpha, a, b } = model;
    const stays = Math.pow(alpha / (alpha + 39), r) * hypergeometric(r, b, a + b - 1, 39 / (alpha + 39));
    expect(ordersWithin(newCustomer(model), 39)).toBeCloseTo(((a + b - 1) / (a - 1)) * (1 - stays), 8);
  });

  test("are a number where the published formula divides by zero", () => {
    const standing = standingOf({ repeats: 3, recency: 20, age: 30 }, { ...model, a: 1 });
    const beside = standingOf({ repeats: 3, recency: 20, age: 30 }, { ...model, a: 1 + 1e-9 });
    expect(ordersWithin(standing, 39)).toBeCloseTo(ordersWithin(beside, 39), 7);
  });

  test("have chances that fall, and more of them in more weeks, whoever it is", () => {
    fc.assert(
      fc.property(
        anyHistory,
        anyModel,
        fc.double({ min: 0, max: 104, noNaN: true }),
        (history, any, weeks) => {
          const standing = standingOf(history, any);
          const chances = chancesOfOrders(standing, weeks);
          chances.forEach((chance, n) => {
            if (!(chance >= 0 && chance <= (chances[n - 1] ?? standing.here)))
              throw new Error(`${n}: ${chance}`);
          });
          const longer = ordersWithin(standing, weeks * 1.5);
          expect(longer).toBeGreaterThanOrEqual(ordersWithin(standing, weeks) * (1 - 1e-9));
          expect(standing.here).toBeGreaterThanOrEqual(0);
          expect(standing.here).toBeLessThanOrEqual(1);
          expect(orderQuantile(chances, 0.1)).toBeLessThanOrEqual(orderQuantile(chances, 0.9));
        },
      ),
      { numRuns: 30, seed: 3 },
    );
  });

  test("are counted by quantiles", () => {
    // No order: 0.3, one: 0.5, two: 0.15, three: 0.05.
    const chances = [0.7, 0.2, 0.05];
    expect([0.1, 0.5, 0.9, 0.96, 0.1].map((share) => orderQuantile(chances, share))).toEqual([0, 1, 2, 3, 0]);
    expect(orderQuantile([], 0.9)).toBe(0);
  });
});

describe("whether they are still here", () => {
  const here = (recency: number, age: number, repeats = 2) =>
    standingOf({ repeats, recency, age }, model).here;

  test("is less likely the longer they are silent, and sooner for busy ones", () => {
    expect(here(30, 30)).toBeGreaterThan(here(30, 40));
    expect(here(30, 40)).toBeGreaterThan(here(30, 80));
    expect(here(30, 60, 20)).toBeLessThan(here(30, 60, 2));
    expect(here(10, 500, 5000)).toBe(0);
  });

  test("is the paper's formula", () => {
    const { r, alpha, a, b } = model;
    const odds = (a / (b + 1)) * Math.pow((alpha + 38.86) / (alpha + 30.43), r + 2);
    expect(here(30.43, 38.86)).toBeCloseTo(1 / (1 + odds), 12);
  });

  test("can't be told without a repeat order", () => {
    expect(here(0, 500, 0)).toBe(1);
  });
});

test("the wait for the next order is shorter for who orders often", () => {
  const often = standingOf({ repeats: 20, recency: 40, age: 40 }, model);
  const seldom = standingOf({ repeats: 2, recency: 40, age: 40 }, model);
  expect(waitingQuantile(often, 0.5)).toBeCloseTo(1.545, 2);
  expect(waitingQuantile(often, 0.1)).toBeLessThan(waitingQuantile(often, 0.5));
  expect(waitingQuantile(often, 0.9)).toBeLessThan(waitingQuantile(seldom, 0.9));
});
