import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitBuying, fitSpending } from "./fit.ts";
import { newCustomer } from "./forecast.ts";
import { predict, type Models } from "./predict.ts";
import { lifetimeValue, orderValue, purseOf } from "./value.ts";
import { simulateBuying, simulateSpending } from "../../../bench/cdnow/shoppers.ts";

const buying = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const spending = { p: 6.25, q: 3.74, gamma: 15.44 };
const shoppers = simulateBuying(2000, buying, 21);
const models = fitted();
const year = { weeks: 52, yearlyDiscount: 0.1 };

function fitted(): Models {
  const [one, other] = [fitBuying(shoppers), fitSpending(simulateSpending(shoppers, spending, 22))];
  if (!one.ok || !other.ok) throw new Error("no models");
  return { buying: one, spending: other };
}

const regular = { repeats: 6, recency: 36, age: 38, average: 50 };

describe("a customer's order value", () => {
  test("lies between their own mean and everybody's, nearer to their own the more they ordered", () => {
    const everybody = orderValue(purseOf({ repeats: 0, average: 0 }, spending));
    // p · gamma / (q − 1), as published: 35.22.
    expect(everybody?.expected).toBeCloseTo(35.22, 2);
    const after = (repeats: number) =>
      orderValue(purseOf({ repeats, average: 100 }, spending))?.expected ?? NaN;
    expect(after(1)).toBeCloseTo((6.25 * (15.44 + 100)) / (6.25 + 3.74 - 1), 10);
    expect(after(1)).toBeLessThan(after(5));
    expect(after(1000)).toBeCloseTo(100, 0);
  });

  test("is not known where the model has no mean", () => {
    expect(orderValue(purseOf({ repeats: 0, average: 0 }, { ...spending, q: 0.9 }))).toBeNull();
  });
});

describe("lifetime value", () => {
  const purse = purseOf({ repeats: 0, average: 0 }, spending);
  const worth = (weeks: number, discount: number) =>
    lifetimeValue(newCustomer(buying), purse, weeks, discount) ?? { expected: NaN, low: NaN, high: NaN };

  test("is orders times value, less what waiting costs", () => {
    expect(worth(39, 0).expected).toBeCloseTo(1.1967 * 35.22, 1);
    expect(worth(39, 0.1).expected).toBeLessThan(worth(39, 0).expected);
    expect(worth(39, 0.1).expected).toBeGreaterThan(worth(39, 0).expected * Math.pow(1.1, -39 / 52));
    expect(worth(78, 0.1).expected).toBeGreaterThan(worth(39, 0.1).expected);
    expect(worth(0, 0.1)).toEqual({ expected: 0, low: 0, high: 0 });
  });

  test("is in its range eight times in ten", () => {
    // The same customers and purses, by hand: nine tenths of totals stay below.
    const shares = simulateBuying(4000, buying, 5).filter(({ age }) => age > 30);
    const totals = simulateSpending(shares, spending, 6).map(({ repeats, average }) => repeats * average);
    const middle = shares.reduce((sum, { age }) => sum + age / shares.length, 0);
    const { low, high } = worth(middle, 0);
    const inside = totals.filter((total) => total >= low && total <= high).length / totals.length;
    expect(inside).toBeGreaterThan(0.87);
    expect(inside).toBeLessThan(0.93);
  });
});

describe("what is said of a customer", () => {
  test("is all that the models give", () => {
    const said = predict(regular, models, year);
    expect(said).toMatchObject({ weeks: 52, orders: { low: 0 } });
    if (!said?.churn || !said.lifetimeValue) throw new Error("nothing is said");
    expect(said.noOrder).toBeGreaterThan(said.churn.expected);
    expect(said.churn.low).toBeLessThan(said.churn.expected);
    expect(said.churn.high).toBeGreaterThan(said.churn.expected);
    expect(said.nextOrder.expected).toBeLessThan(10);
    expect(said.lifetimeValue.expected).toBeGreaterThan(50);
  });

  test("leaves out what can't be told", () => {
    const once = predict(
      { repeats: 0, recency: 0, age: 38, average: 0 },
      { ...models, spending: null },
      year,
    );
    expect(once).toMatchObject({ churn: null, orderValue: null, lifetimeValue: null });
    expect(once?.nextOrder.high).toBeNull();
    expect(predict({ ...regular, recency: 39 }, models, year)).toBeNull();
    expect(predict({ ...regular, average: -1 }, models, year)).toBeNull();
  });

  test("is sound for anybody", () => {
    const anybody = fc.record({
      repeats: fc.oneof(fc.nat(5), fc.nat(5_000)),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      age: fc.double({ min: 1 / 7, max: 600, noNaN: true }),
      average: fc.oneof(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.constant(1e-9)),
    });
    fc.assert(
      fc.property(anybody, ({ repeats, share, age, average }) => {
        const said = predict({ repeats, recency: repeats && share * age, age, average }, models, year);
        if (!said) throw new Error("nothing is said");
        expect(
          [said.noOrder, said.churn?.expected ?? 0].filter((chance) => !(chance >= 0 && chance <= 1)),
        ).toEqual([]);
        for (const range of [said.orders, said.churn, said.orderValue, said.lifetimeValue]) {
          if (range) expect(range.low).toBeLessThanOrEqual(range.high);
          if (range)
            expect(Object.values<number>({ ...range }).every((value) => value >= 0 && value < Infinity)).toBe(
              true,
            );
        }
      }),
      { numRuns: 25, seed: 7 },
    );
  });
});
