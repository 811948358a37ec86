import { sandbox } from "../../../tests/setup/sandbox.ts";
import { afterEach, describe, expect, test } from "vitest";
import { order } from "../../../sandbox/shopify/small-world.ts";
import { makeMirror } from "../../../tests/order-mirror.ts";
import { db } from "../../db.server.ts";
import { DAY, HOUR, later, now } from "../../lib/clock.ts";
import { listOrderSyncs } from "./shown.server.ts";
import { sweepOrders } from "./sweep.server.ts";

afterEach(() => {
  sandbox.state.failures.length = 0;
});

const placed = (days: number) => ({ createdAt: later(now(), -days * DAY).toISOString() });
const many = (count: number) => Array.from({ length: count }, (_, n) => order(n + 1, placed(n / 20)));

describe("fetching a store's orders", () => {
  test("they are all here in the end, as Shopify has them", async () => {
    const mirror = await makeMirror({
      orders: [
        order(1, {
          ...placed(9),
          fulfillmentStatus: "FULFILLED",
          tracking: { company: "x", number: "1", url: "x" },
        }),
        order(2, { ...placed(2), financialStatus: "REFUNDED", cancelledAt: now().toISOString() }),
      ],
    });
    await mirror.begin();
    expect(await mirror.finish()).toBe("done");
    expect(await mirror.orders()).toMatchObject([
      { name: "#1001", fulfillment: "FULFILLED", total: "1048.0", items: 2, shopifyCustomerId: null },
      { name: "#1002", financial: "REFUNDED", total: "0.0", refunded: "1048.0" },
    ]);
    expect((await mirror.orders())[0]?.deliveredAt).not.toBeNull();
    expect(await mirror.sync()).toMatchObject({ done: 2, total: 2, problem: null, wholeHistory: true });
  });

  test("a store without orders is done at once", async () => {
    const mirror = await makeMirror();
    await mirror.begin();
    expect(await mirror.finish()).toBe("done");
    expect(await mirror.sync()).toMatchObject({ done: 0, total: 0 });
  });

  test("without the right to more it is sixty days of them, and says so", async () => {
    const mirror = await makeMirror({
      scopes: "read_customers,read_orders",
      orders: [order(1, placed(70)), order(2, placed(50))],
    });
    await mirror.begin();
    await mirror.finish();
    expect((await mirror.orders()).map(({ name }) => name)).toEqual(["#1002"]);
    expect(await listOrderSyncs(mirror.workspace)).toMatchObject([
      { state: "done", sixtyDays: true, done: 1 },
    ]);
  });

  test("a file that breaks off is read on from where it was", async () => {
    const mirror = await makeMirror({ orders: many(620) });
    await mirror.begin();
    await mirror.step();
    await expect.poll(async () => (await mirror.step(), (await mirror.sync()).state)).toBe("reading");
    const { operationId } = await mirror.sync();
    const gathered = sandbox.state.installations.get(mirror.shop.domain)?.bulks.get(operationId ?? "");
    const whole = gathered?.lines ?? [];
    if (gathered) gathered.lines = whole.slice(0, 300);
    sandbox.state.failures.push({
      service: "shopify",
      match: "bulk-operation-outputs",
      times: 1,
      drop: true,
    });
    await expect(mirror.step()).rejects.toThrow();
    expect(await mirror.sync()).toMatchObject({ state: "reading", problem: "down", done: 0 });
    if (gathered) gathered.lines = whole;
    expect(await mirror.finish()).toBe("done");
    expect(await mirror.orders()).toHaveLength(620);
    expect(await mirror.sync()).toMatchObject({ done: 620, total: 620, problem: null });
  });

  test("two who read at once read no line twice, and lose none", async () => {
    const mirror = await makeMirror({ orders: many(610) });
    await mirror.begin();
    await mirror.step();
    await expect.poll(async () => (await mirror.step(), (await mirror.sync()).state)).toBe("reading");
    await Promise.all([mirror.step(), mirror.step(), mirror.step()]);
    await mirror.finish();
    expect(await mirror.sync()).toMatchObject({ state: "done", done: 610 });
    expect(await mirror.orders()).toHaveLength(610);
  });

  test("what is withheld altogether is a failure with its reason, and can be asked for again", async () => {
    const mirror = await makeMirror({ scopes: "read_customers", orders: [order(1, placed(1))] });
    await mirror.begin();
    expect(await mirror.finish()).toBe("failed");
    expect(await mirror.sync()).toMatchObject({ problem: "refused" });
    mirror.shop.scopes = "read_customers,read_orders";
    await mirror.begin();
    expect(await mirror.finish()).toBe("done");
  });

  test("while Shopify is away it waits, and says why", async () => {
    const mirror = await makeMirror({ orders: [order(1, placed(1))] });
    await mirror.begin();
    sandbox.state.failures.push({ service: "shopify", match: "GatherOrders", times: 1, status: 500 });
    await expect(mirror.step()).rejects.toThrow();
    expect(await mirror.sync()).toMatchObject({ state: "waiting", problem: "down" });
    expect(await mirror.finish()).toBe("done");
  });
});

describe("what no webhook told of", () => {
  test("is found by looking what changed since, and found once", async () => {
    const mirror = await makeMirror({ orders: many(120) });
    await mirror.begin();
    await mirror.finish();
    await mirror.reconcile();
    for (const name of ["#1003", "#1077"]) mirror.happens(name, "fulfil");
    mirror.happens("#1003", "place");
    await mirror.reconcile();
    const sent = (await mirror.orders()).filter(({ fulfillment }) => fulfillment === "FULFILLED");
    expect(sent.map(({ name }) => name).sort()).toEqual(["#1003", "#1077"]);
    expect(await mirror.orders()).toHaveLength(121);
    expect((await mirror.sync()).checkedAt?.getTime()).toBeGreaterThan(later(now(), -HOUR).getTime());
  });

  test("many changes are walked page by page, each once", async () => {
    const mirror = await makeMirror({ orders: many(130) });
    await mirror.begin();
    await mirror.finish();
    for (const { name } of mirror.shop.orders) mirror.happens(name, "fulfil");
    await mirror.reconcile();
    expect((await mirror.orders()).every(({ fulfillment }) => fulfillment === "FULFILLED")).toBe(true);
  });

  test("is asked for every hour, and fetching that stopped goes on", async () => {
    const [checked, stuck, away] = [await makeMirror(), await makeMirror(), await makeMirror()];
    const long = later(now(), -2 * HOUR);
    const row = { updatedAt: long, checkedAt: long };
    await db.orderSync.create({ data: { ...checked.ref, ...row, state: "done" } });
    await db.orderSync.create({ data: { ...stuck.ref, ...row, state: "reading" } });
    await db.orderSync.create({ data: { ...away.ref, ...row, state: "done" } });
    await db.store.updateMany({ where: { workspaceId: away.workspace.id }, data: { uninstalledAt: now() } });
    await sweepOrders();
    const jobs = await db.$queryRaw<{ name: string; store: string }[]>`
      SELECT name, data->>'storeId' AS store FROM pgboss.job WHERE name IN ('sync-orders', 'reconcile-orders')`;
    const of = ({ ref }: typeof checked) =>
      jobs.filter(({ store }) => store === ref.storeId).map(({ name }) => name);
    expect([of(checked), of(stuck), of(away)]).toEqual([["reconcile-orders"], ["sync-orders"], []]);
  });
});
