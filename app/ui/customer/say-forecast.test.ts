import { expect, test } from "vitest";
import type { Figures } from "../../customers/forecast/figures.ts";
import type { CustomerForecast } from "../../customers/forecast/forecast.ts";
import { makeTranslator } from "../../i18n/translator.ts";
import { sayForecast, sayInShort, sayNothing, sayNothingInShort } from "./say-forecast.ts";

const { t } = makeTranslator("en");
const reader = { locale: "en", timeZone: "UTC" };

const loyal: Figures = {
  ...{ weeks: 52, noOrder: 0.31, churn: { expected: 0.123, low: 0.08, high: 0.17 } },
  ...{ orders: { expected: 1.84, low: 0, high: 4 }, orderValue: { expected: 641.2, low: 200, high: 1_200 } },
  ...{
    nextOrder: { expected: 8, low: 1, high: 30 },
    lifetimeValue: { expected: 1_183, low: 0, high: 2_871 },
  },
  // 28 November 2026
  ...{ days: 3, lastDay: 20_770, upTo: 20_785 },
};

const known = (given: Partial<Figures> = {}) => ({
  ...{ state: "known" as const, currency: "SEK", customers: 596, fittedAt: "2026-11-28T03:00:00.000Z" },
  figures: { ...loyal, ...given },
});

const said = (given: Partial<Figures> = {}) =>
  Object.fromEntries(
    sayForecast(known(given), t, reader).map(({ key, figure, sentence }) => [key, `${figure} | ${sentence}`]),
  );

test("each figure has its range in a sentence, and no more digits than a forecast has", () => {
  expect(said()).toEqual({
    churn:
      "12% | Between 8% and 17%, as sure as the store’s orders allow. The chance of no order in a year is 31%.",
    nextOrder:
      "Around Jan 23, 2027 | If they are not lost: between Dec 5, 2026 and Jun 26, 2027 in 8 of 10 cases.",
    orders: "1.8 | Between 0 and 4 in 8 of 10 cases.",
    value: expect.stringMatching(
      /^SEK\s1,200\.00 \| Between SEK\s0\.00 and SEK\s2,900\.00 in 8 of 10 cases, at about SEK\s640\.00 an order\./,
    ) as string,
  });
});

test("of a customer of one order it is not said whether they are lost, but whether they will order", () => {
  expect(said({ churn: null }).churn).toMatch(
    /^31%: no order in a year \| After a single order nobody can tell/,
  );
  expect(sayInShort(known({ churn: null }), t, reader).risk).toBe("31% risk of no order in a year");
});

test("what is beyond ten years has no date, and what has no model no value", () => {
  const never = { expected: null, low: null, high: null };
  expect(said({ nextOrder: never, lifetimeValue: null, orderValue: null })).toEqual(
    expect.objectContaining({ nextOrder: "Not within ten years | " }),
  );
  expect(said({ lifetimeValue: null })).not.toHaveProperty("value");
  expect(said({ nextOrder: { expected: 90, low: 8, high: null } }).nextOrder).toContain(
    "after Jan 23, 2027 in 9 of 10 cases",
  );
});

test("a store that does not qualify says what is missing, in little room the first of it", () => {
  const missing = [
    { criterion: "customers" as const, have: 14, need: 500, met: false },
    { criterion: "orders" as const, have: 85, need: 650, met: false },
  ];
  const forecast: Extract<CustomerForecast, { state: "unqualified" }> = { state: "unqualified", missing };
  expect(sayNothing(forecast, t)).toContain("(14 of 500 customers, 85 of 650 paid orders)");
  expect(sayNothingInShort(forecast, t)).toContain("(14 of 500 customers)");
});
