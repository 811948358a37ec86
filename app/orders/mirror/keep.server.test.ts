import { expect, test } from "vitest";
import { makeStore, makeWorkspace } from "../../../tests/factories.ts";
import { db } from "../../db.server.ts";
import { later, MINUTE, now, SECOND } from "../../lib/clock.ts";
import { dropOrder, keepOrder, keepOrders } from "./keep.server.ts";
import type { MirroredOrder } from "./shop-order.ts";

const at = now();

const order = (given: Partial<MirroredOrder> = {}): MirroredOrder => ({
  shopifyId: "5001",
  name: "#2188",
  email: "ebba@example.se",
  phone: null,
  shopifyCustomerId: "77",
  createdAt: later(at, -60 * MINUTE),
  processedAt: later(at, -60 * MINUTE),
  updatedAt: later(at, -10 * MINUTE),
  cancelledAt: null,
  closedAt: null,
  financial: "PAID",
  fulfillment: "UNFULFILLED",
  returnStatus: "NO_RETURN",
  onHold: false,
  deliveredAt: null,
  sentAt: null,
  refundedAt: null,
  currency: "JPY",
  total: "12980",
  refunded: "0.0",
  items: 2,
  test: false,
  ...given,
});

async function mirror() {
  const store = await makeStore(await makeWorkspace());
  const ref = { workspaceId: store.workspaceId, storeId: store.id };
  const keep = (one: MirroredOrder, readAt = at) => db.$transaction((tx) => keepOrder(tx, ref, one, readAt));
  const held = () => db.shopOrder.findMany({ where: { workspaceId: ref.workspaceId } });
  return { ref, keep, held };
}

test("an order is kept as Shopify wrote it", async () => {
  const { keep, held, ref } = await mirror();
  expect(await keep(order())).toBe(true);
  expect(await held()).toEqual([{ ...ref, ...order(), readAt: at }]);
});

test("an older version arriving later changes nothing, a newer one everything", async () => {
  const { keep, held } = await mirror();
  await keep(order({ cancelledAt: at, updatedAt: at }));
  expect(await keep(order(), later(at, MINUTE))).toBe(false);
  expect(await held()).toMatchObject([{ cancelledAt: at }]);
  expect(await keep(order({ fulfillment: "FULFILLED", updatedAt: later(at, SECOND) }))).toBe(true);
  expect(await held()).toMatchObject([{ cancelledAt: null, fulfillment: "FULFILLED" }]);
});

test("of two readings of one version, the one Shopify was asked for later stays", async () => {
  const { keep, held } = await mirror();
  await keep(order({ financial: "PAID" }), later(at, SECOND));
  expect(await keep(order({ financial: "PENDING" }), at)).toBe(false);
  expect(await keep(order({ financial: "REFUNDED" }), later(at, 2 * SECOND))).toBe(true);
  expect(await held()).toMatchObject([{ financial: "REFUNDED" }]);
});

test("the same versions at once, in any order, end as the newest", async () => {
  const { ref, held } = await mirror();
  const versions = Array.from({ length: 12 }, (_, n) => [
    order({ updatedAt: later(at, n * SECOND), total: `${n}` }),
    order({ shopifyId: "5002", updatedAt: later(at, (11 - n) * SECOND), total: `${11 - n}` }),
  ]);
  const all = versions.flatMap((pair) => [pair, pair.toReversed()]);
  await Promise.all(all.map((pair) => db.$transaction((tx) => keepOrders(tx, ref, pair, at))));
  expect((await held()).map(({ total }) => total)).toEqual(["11", "11"]);
});

test("two stores may both have an order 5001, and dropping one leaves the other", async () => {
  const [here, there] = [await mirror(), await mirror()];
  await here.keep(order());
  await there.keep(order({ name: "#9" }));
  await db.$transaction((tx) => dropOrder(tx, here.ref, "5001", new Date(0)));
  expect(await here.held()).toEqual([]);
  expect(await there.held()).toMatchObject([{ name: "#9" }]);
});
