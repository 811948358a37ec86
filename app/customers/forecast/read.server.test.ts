import { expect, test } from "vitest";
import {
  makeCustomer,
  makeForecast,
  makeShopifyCustomer,
  makeStore,
  makeWorkspace,
} from "../../../tests/factories.ts";
import { db } from "../../db.server.ts";
import type { Figures } from "./figures.ts";
import { readForecast, readForecasts } from "./read.server.ts";

const figures = (days: number): Figures => ({
  ...{ weeks: 52, orders: { expected: 1, low: 0, high: 2 }, noOrder: 0.4, churn: null },
  ...{ nextOrder: { expected: 8, low: 1, high: 30 }, orderValue: null, lifetimeValue: null },
  ...{ days, lastDay: 20_770, upTo: 20_780 },
});

async function makeForecastStore() {
  const row = await makeWorkspace();
  const workspace = { id: row.id, plan: "plus" as const };
  const store = await makeStore(workspace);
  const customer = await makeCustomer(workspace, { email: "ebba@example.com" });
  return { workspace, store, customer, read: () => readForecast(workspace, customer.id, store.id) };
}

test("a customer is known under every name they bought by, the one with most orders first", async () => {
  const { workspace, store, customer, read } = await makeForecastStore();
  expect(await read()).toEqual({ state: "not-yet" });
  await makeForecast(store, { who: "e:other@example.com", figures: figures(9) });
  expect(await read()).toEqual({ state: "no-orders" });
  const { shopifyId } = await makeShopifyCustomer(store, customer);
  await makeForecast(store, { who: "e:ebba@example.com", figures: figures(1) });
  await makeForecast(store, { who: `s:${shopifyId}`, figures: figures(3), fit: { customers: 700 } });
  expect(await read()).toMatchObject({
    state: "known",
    customers: 700,
    currency: "SEK",
    figures: { days: 3 },
  });
  expect(await readForecasts(workspace, customer.id, store.id)).toMatchObject([
    { storeId: store.id, forecast: { state: "known" } },
  ]);
});

test("nothing of it leaves where the plan does not hold it", async () => {
  const { workspace, store, customer } = await makeForecastStore();
  await makeForecast(store, { who: `c:${customer.id}`, figures: figures(3) });
  expect(await readForecast({ ...workspace, plan: "free" }, customer.id, store.id)).toEqual({
    state: "locked",
  });
});

test("a store that does not qualify says what is missing, another workspace's figures are none of ours", async () => {
  const { workspace, store, customer, read } = await makeForecastStore();
  const other = await makeForecastStore();
  await makeForecast(other.store, { who: "e:ebba@example.com", figures: figures(3) });
  expect(await readForecast(workspace, other.customer.id, other.store.id)).toEqual({ state: "not-yet" });
  const criteria = [
    { criterion: "customers", have: 14, need: 500, met: false },
    { criterion: "days", have: 900, need: 180, met: true },
  ];
  const fit = { state: "unqualified", criteria };
  await makeForecast(store, { who: `c:${customer.id}`, fit });
  await db.customerForecast.deleteMany({ where: { workspaceId: workspace.id } });
  expect(await read()).toEqual({ state: "unqualified", missing: criteria.slice(0, 1) });
});
