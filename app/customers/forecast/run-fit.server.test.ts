import { describe, expect, test } from "vitest";
import { simulateBuying } from "../../../bench/cdnow/shoppers.ts";
import { makeShopifyCustomer, makeCustomer, makeStore, makeWorkspace } from "../../../tests/factories.ts";
import { db } from "../../db.server.ts";
import { DAY, later, now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { readFigures } from "./figures.ts";
import { runFit } from "./run-fit.server.ts";
import { listForecasts } from "./shown.server.ts";
import { askForFit, sweepForecasts } from "./start-fit.server.ts";

/** A store whose guests bought as the model supposes: customers come over half a year, and half a year goes by. */
async function makeBusyStore(customers = 900) {
  const workspace = await makeWorkspace();
  const store = await makeStore(workspace);
  const ref = { workspaceId: workspace.id, storeId: store.id };
  await db.orderSync.create({ data: { ...ref, state: "done", updatedAt: now() } });
  const shoppers = simulateBuying(customers, { r: 0.6, alpha: 8, a: 0.8, b: 3 }, 7);
  const days = shoppers.flatMap(({ repeats, recency, age }, index) =>
    Array.from({ length: repeats + 1 }, (_, order) => ({
      buyer: index,
      ago: Math.round((age - (repeats ? (recency * order) / repeats : 0)) * 7),
    })),
  );
  // Somebody ordered this week.
  days.push({ buyer: 0, ago: 3 });
  const rows = days.map(({ buyer, ago }, index) => ({
    ...ref,
    ...anOrder(index, ago, 200 + ((buyer * 37) % 400) + ((index * 13) % 90)),
    email: `guest${buyer}@example.com`,
  }));
  await db.shopOrder.createMany({ data: rows });
  const fit = async () => {
    await askForFit(ref, { id: newId() });
    await runFit(ref, { lastTry: false });
    const [shown] = await listForecasts(workspace);
    return shown;
  };
  const of = (who: string) =>
    db.customerForecast.findUnique({
      where: { workspaceId_storeId_who: { ...ref, who } },
    });
  return { workspace, store, ref, fit, of };
}

function anOrder(index: number, ago: number, total: number) {
  const at = later(now(), -ago * DAY);
  const placed = { createdAt: at, processedAt: at, updatedAt: at, readAt: at };
  const state = { financial: "PAID", fulfillment: "FULFILLED", currency: "SEK", items: 1 };
  return {
    shopifyId: String(1000 + index),
    name: `#${1000 + index}`,
    total: `${total}.00`,
    ...placed,
    ...state,
  };
}

describe("the nightly fit", () => {
  test("says of every buyer what to expect, and of itself what it rests on", async () => {
    const { workspace, store, ref, fit, of } = await makeBusyStore();
    // A customer of Shopify's and ours, who once ordered as a guest; and orders that do not count.
    const customer = await makeCustomer(workspace, { email: "ebba@example.com" });
    await makeShopifyCustomer(store, customer, "77");
    const extra = [
      { ...anOrder(90_001, 200, 300), shopifyCustomerId: "77", email: "old@example.com" },
      { ...anOrder(90_002, 100, 500), email: "old@example.com" },
      { ...anOrder(90_003, 50, 700), email: "ebba@example.com" },
      { ...anOrder(90_004, 40, 9_000), email: "ebba@example.com", cancelledAt: now() },
      { ...anOrder(90_005, 30, 9_000), email: "ebba@example.com", test: true },
      { ...anOrder(90_006, 20, 9_000), email: "ebba@example.com", financial: "PENDING" },
    ];
    await db.shopOrder.createMany({ data: extra.map((order) => ({ ...ref, ...order })) });
    const shown = await fit();
    expect(shown?.good).toMatchObject({ state: "done", customers: 901, done: 901, values: true });
    expect(shown?.good?.criteria.every(({ met }) => met)).toBe(true);
    const { expected = 0, happened = 0 } = shown?.good?.held ?? {};
    expect(expected / happened).toBeGreaterThan(0.6);
    expect(expected / happened).toBeLessThan(1.6);
    const row = await of(`c:${customer.id}`);
    expect(row).toMatchObject({ days: 3, average: 600 });
    const figures = readFigures(row?.figures);
    expect(figures).toMatchObject({ weeks: 52, days: 3 });
    expect(figures?.churn?.expected).toBeGreaterThan(0);
    expect(figures?.lifetimeValue?.high).toBeGreaterThan(figures?.lifetimeValue?.expected ?? Infinity);
    expect(await db.customerForecast.count({ where: { ...ref, fitId: null } })).toBe(0);

    // The next night it goes wrong: what was good stays, and that is said.
    await askForFit(ref, { id: newId() });
    await db.forecastFit.updateMany({
      where: { ...ref, state: "waiting" },
      data: { state: "writing", models: { spending: { ok: false } } },
    });
    await expect(runFit(ref, { lastTry: true })).rejects.toThrow();
    const [after] = await listForecasts(workspace);
    expect(after).toMatchObject({
      last: { state: "failed", problem: "interrupted" },
      good: { state: "done" },
    });
    expect((await of(`c:${customer.id}`))?.figures).not.toBeNull();

    // The store falls silent: nothing is said any more, and what is missing is.
    await db.shopOrder.deleteMany({ where: { ...ref, processedAt: { gt: later(now(), -60 * DAY) } } });
    const silent = await fit();
    expect(silent?.good).toBeNull();
    expect(silent?.last?.criteria.filter(({ met }) => !met)).toMatchObject([
      { criterion: "daysSinceLastOrder" },
    ]);
    expect(await db.customerForecast.count({ where: ref })).toBe(0);
  });

  test("is begun once a night where the plan holds it and the orders are here, one at a time", async () => {
    const { workspace, ref } = await makeBusyStore(10);
    const fits = () => db.forecastFit.count({ where: ref });
    await db.workspace.update({ where: { id: workspace.id }, data: { plan: "free" } });
    await sweepForecasts();
    expect(await fits()).toBe(0);
    await db.workspace.update({ where: { id: workspace.id }, data: { plan: "smart" } });
    await sweepForecasts();
    await sweepForecasts();
    await askForFit(ref, { id: newId() });
    expect(await fits()).toBe(1);
    await runFit(ref, { lastTry: false });
    await sweepForecasts();
    expect(await fits()).toBe(1);
  });

  test("drops its figures when the app is removed", async () => {
    const { ref, store, fit } = await makeBusyStore();
    expect((await fit())?.good).not.toBeNull();
    await db.store.update({
      where: { workspaceId_id: { workspaceId: ref.workspaceId, id: store.id } },
      data: { uninstalledAt: now() },
    });
    await runFit(ref, { lastTry: false });
    expect(await db.customerForecast.count({ where: ref })).toBe(0);
  });
});
