// Cases 1 to 9 of what Shopify's webhooks may do to the mirror.
import { callsWith } from "../../../tests/setup/sandbox.ts";
import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { order } from "../../../sandbox/shopify/small-world.ts";
import type { Order } from "../../../sandbox/world/types.ts";
import { makeCustomer } from "../../../tests/factories.ts";
import { makeMirror } from "../../../tests/order-mirror.ts";
import { keptOf, post } from "../../../tests/shopify-webhook.ts";
import { db } from "../../db.server.ts";
import { later, now, SECOND } from "../../lib/clock.ts";

let next = 20_000;
/** An order no other test's shop has. */
const anOrder = (given: Partial<Order> = {}): Order => {
  next += 1;
  return order(next, { createdAt: later(now(), -SECOND * 3600).toISOString(), ...given });
};
const body = ({ id }: { id: string }) => ({
  id: Number(id),
  admin_graphql_api_id: `gid://shopify/Order/${id}`,
});

test("an order's webhook brings it here, and its next one brings what became of it", async () => {
  const one = anOrder();
  const mirror = await makeMirror({ orders: [one] });
  await mirror.hears({ topic: "orders/create", body: body(one) });
  expect(await mirror.orders()).toMatchObject([{ name: one.name, fulfillment: "UNFULFILLED" }]);
  mirror.happens(one.name, "deliver");
  await mirror.hears({ topic: "fulfillments/update", body: { id: 1, order_id: Number(one.id) } });
  const [held] = await mirror.orders();
  expect(held).toMatchObject({ fulfillment: "FULFILLED" });
  expect(held?.deliveredAt).not.toBeNull();
});

test("the same webhook fifty times at once is one row, and Shopify is asked once or twice", async () => {
  const one = anOrder();
  const mirror = await makeMirror({ orders: [one] });
  const hook = {
    topic: "orders/updated",
    shop: mirror.shop.domain,
    body: body(one),
    webhookId: randomUUID(),
  };
  const answers = await Promise.all(Array.from({ length: 50 }, () => post(hook)));
  expect(new Set(answers)).toEqual(new Set([200]));
  expect(await keptOf(mirror.shop.domain)).toHaveLength(1);
  await mirror.hears({ topic: "orders/updated", body: body(one) });
  await mirror.hears({ topic: "orders/paid", body: body(one) });
  expect(callsWith(mirror.shop.domain, "OrderToMirror").length).toBeLessThanOrEqual(3);
  expect(await mirror.orders()).toHaveLength(1);
});

test("one event under two topics: both are handled, and the order is cancelled", async () => {
  const one = anOrder();
  const mirror = await makeMirror({ orders: [one] });
  const eventId = randomUUID();
  mirror.happens(one.name, "cancel");
  await mirror.hears({ topic: "orders/updated", body: body(one), eventId });
  await mirror.hears({ topic: "orders/cancelled", body: body(one), eventId });
  expect((await keptOf(mirror.shop.domain)).map(({ state, reason }) => [state, reason])).toEqual([
    ["done", "hint"],
    ["done", "hint"],
  ]);
  expect((await mirror.orders())[0]?.cancelledAt).not.toBeNull();
});

test("an order that was deleted goes, and so does its mirror", async () => {
  const one = anOrder();
  const mirror = await makeMirror({ orders: [one] });
  await mirror.hears({ topic: "orders/create", body: body(one) });
  mirror.happens(one.name, "delete");
  await mirror.hears({ topic: "orders/delete", body: { id: Number(one.id) } });
  expect(await mirror.orders()).toEqual([]);
});

test("an order out of sight is not taken for a deleted one", async () => {
  const old = anOrder({ createdAt: later(now(), -70 * 24 * 3600 * SECOND).toISOString() });
  const mirror = await makeMirror({ orders: [old] });
  await mirror.hears({ topic: "orders/updated", body: body(old) });
  mirror.shop.scopes = "read_customers,read_orders";
  await mirror.hears({ topic: "orders/updated", body: body(old) });
  expect(await mirror.orders()).toHaveLength(1);
});

test("another shop's order sent in this shop's name leaves nothing here", async () => {
  const theirs = anOrder();
  const [here, there] = [await makeMirror({ orders: [anOrder()] }), await makeMirror({ orders: [theirs] })];
  await here.hears({ topic: "orders/updated", body: body(theirs) });
  expect(await here.orders()).toEqual([]);
  expect(await there.orders()).toEqual([]);
});

test("an order of a shop that is not here, or not any more, is kept away", async () => {
  const mirror = await makeMirror({ orders: [anOrder()] });
  const [one] = mirror.shop.orders;
  if (!one) throw new Error("no order");
  await db.store.updateMany({ where: { workspaceId: mirror.workspace.id }, data: { uninstalledAt: now() } });
  await mirror.hears({ topic: "orders/updated", body: body(one) });
  expect(await mirror.orders()).toEqual([]);
  const stranger = `nobody-${randomUUID().slice(0, 8)}.myshopify.com`;
  expect(await post({ topic: "orders/updated", shop: stranger, body: body(one) })).toBe(200);
});

test("a customer Shopify forgot is not known by their number there any more", async () => {
  const mirror = await makeMirror();
  const customer = await makeCustomer(mirror.workspace);
  const link = { ...mirror.ref, shopifyId: "77", customerId: customer.id, proof: "email" };
  await db.shopifyCustomer.create({ data: link });
  const gid = "gid://shopify/Customer/77";
  await mirror.hears({ topic: "customers/delete", body: { id: 77, admin_graphql_api_id: gid } });
  expect(await db.shopifyCustomer.count({ where: { workspaceId: mirror.workspace.id } })).toBe(0);
});
