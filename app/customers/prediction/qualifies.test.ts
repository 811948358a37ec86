import { expect, test } from "vitest";
import { NEEDS, qualifies, type StoreHistory } from "./qualifies.ts";

const enough: StoreHistory = {
  customers: 500,
  repeatCustomers: 100,
  loyalCustomers: 20,
  orders: 650,
  days: 180,
  daysSinceLastOrder: 30,
};

test("a store with just enough of everything qualifies", () => {
  expect(qualifies(enough).qualified).toBe(true);
  expect(qualifies(enough).criteria.map(({ criterion }) => criterion)).toEqual(Object.keys(NEEDS));
});

test.each<[Partial<StoreHistory>, string, number]>([
  [{ customers: 499 }, "customers", 500],
  [{ repeatCustomers: 0 }, "repeatCustomers", 100],
  [{ loyalCustomers: 19 }, "loyalCustomers", 20],
  [{ orders: 649 }, "orders", 650],
  [{ days: 12 }, "days", 180],
  [{ daysSinceLastOrder: 31 }, "daysSinceLastOrder", 30],
])("a store with %j does not, and hears what is missing", (lacking, criterion, need) => {
  const { qualified, criteria } = qualifies({ ...enough, ...lacking });
  expect(qualified).toBe(false);
  expect(criteria.filter(({ met }) => !met)).toEqual([
    { criterion, have: Object.values(lacking)[0], need, met: false },
  ]);
});
