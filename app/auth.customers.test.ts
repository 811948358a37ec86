// Customers of another workspace, through the real loaders and actions: as if there were none.
import { beforeAll, expect, test } from "vitest";
import { tenant, visit, type Handler, type Tenant } from "../tests/admin-call.ts";
import { dumpRows } from "../tests/dump.ts";
import { makeShopifyCustomer } from "../tests/factories.ts";
import { newId } from "./lib/id.ts";
import { loader as card } from "./routes/app.customers.$customerId.card.ts";
import { action as note } from "./routes/app.customers.$customerId.note.ts";
import { action as tags } from "./routes/app.customers.$customerId.tags.ts";
import { loader as openedOrder } from "./routes/app.customers.$customerId.orders.$orderId.ts";
import { loader as orderLines } from "./routes/app.customers.$customerId.orders.$orderId.lines.ts";
import { loader as orders } from "./routes/app.customers.$customerId.orders.ts";
import { loader as events } from "./routes/app.customers.$customerId.events.ts";
import { loader as outlook } from "./routes/app.customers.$customerId.outlook.ts";
import { action as fitForecast } from "./routes/app.settings.stores.$storeId.forecast.ts";
import { loader as customerPage } from "./routes/app.customers.$customerId/route.tsx";

let us: { a: Tenant; b: Tenant; before: unknown };

beforeAll(async () => {
  const [a, b] = [await tenant(), await tenant()];
  us = { a, b, before: await dumpRows([b.workspace.id]) };
});

const doors: [name: string, Handler, method: string, form?: Record<string, string>][] = [
  ["see their page", customerPage, "GET"],
  ["see their events", events, "GET"],
];

test.each(doors)("%s: as for a customer that never was", async (_, handler, method, form) => {
  const go = (customerId: string) =>
    visit(handler, { token: us.a.token(), method, params: { customerId }, ...(form ? { form } : {}) });
  const theirs = await go(us.b.customer.id);
  expect(theirs.status).toBe(404);
  expect(await go(newId())).toEqual(theirs);
  expect(await go("' OR 1=1--")).toEqual(theirs);
  expect((await go(us.a.customer.id)).status).toBe(200);
});

test.each<[string, Handler]>([
  ["their orders", orders],
  ["one of them", openedOrder],
  ["more of its lines", orderLines],
  ["what is expected of them", outlook],
])("%s: none in a store of theirs, nor a customer of theirs in one of ours", async (_, handler) => {
  const go = (customerId: string, storeId: string) =>
    visit(handler, {
      ...{ token: us.a.token(), method: "GET", path: `/app?store=${encodeURIComponent(storeId)}` },
      params: { customerId, orderId: "5001" },
    });
  const none = await go(us.a.customer.id, newId());
  expect(none.status).toBe(404);
  expect(await go(us.a.customer.id, us.b.store.id)).toEqual(none);
  expect(await go(us.b.customer.id, us.a.store.id)).toEqual(none);
  expect(await go(us.a.customer.id, "' OR 1=1--")).toEqual(none);
});

test("what customers will do is worked out for a store of theirs as for one that never was", async () => {
  const go = (storeId: string) => visit(fitForecast, { token: us.a.token(), params: { storeId } });
  const none = await go(newId());
  expect(none.status).toBe(404);
  expect(await go(us.b.store.id)).toEqual(none);
  // Ours is there; its orders are not yet.
  expect((await go(us.a.store.id)).status).toBe(422);
});

test.each<[string, Handler, string, Record<string, string>]>([
  ["ask what Shopify knows of them", card, "GET", {}],
  ["write their note", note, "POST", { note: "Hej", seen: "" }],
  ["tag them", tags, "POST", { tag: "vip" }],
  ["take a tag off them", tags, "DELETE", { tag: "vip" }],
])(
  "%s: not in a store of theirs, from a ticket of theirs, nor a customer of theirs",
  async (_, handler, method, form) => {
    const { a, b } = us;
    const go = (customerId: string, store: string, ticket = a.ticket.id) =>
      visit(handler, {
        ...{
          token: a.token(),
          method,
          params: { customerId },
          path: `/app?${new URLSearchParams({ store })}`,
        },
        ...(method === "GET" ? {} : { form: { ...form, store, ticket } }),
      });
    const none = await go(newId(), a.store.id);
    expect(none.status).toBe(404);
    expect(await go(b.customer.id, a.store.id)).toEqual(none);
    expect(await go(a.customer.id, b.store.id)).toEqual(none);
    expect(await go(a.customer.id, "' OR 1=1--")).toEqual(none);
    await makeShopifyCustomer({ workspaceId: a.workspace.id, id: a.store.id }, a.customer);
    if (method !== "GET") expect(await go(a.customer.id, a.store.id, b.ticket.id)).toEqual(none);
    else expect((await go(a.customer.id, a.store.id)).status).toBe(200);
  },
);

test("after all of that nothing of theirs has changed", async () => {
  expect(await dumpRows([us.b.workspace.id])).toEqual(us.before);
});
