import type { ShopOrder } from "@prisma/client";
import { expect, test } from "vitest";
import { makeForecast, makeShopOrder, makeStore, makeWorkspace, unique } from "../../tests/factories.ts";
import { deliver } from "../../tests/shopify-webhook.ts";
import { db } from "../db.server.ts";
import { now } from "../lib/clock.ts";

type Store = Awaited<ReturnType<typeof makeStore>>;

test("a redacted customer's orders leave the mirror with what is expected of them, and those Shopify names; all others stay", async () => {
  const workspace = await makeWorkspace();
  const [store, other] = [await makeStore(workspace), await makeStore(workspace)];
  const email = `ebba-${unique()}@example.com`;
  const order = (of: Store, name: string, given: Partial<ShopOrder>) => makeShopOrder(of, { name, ...given });
  await order(store, "#1 by id", { shopifyCustomerId: "4711" });
  await order(store, "#2 by e-mail", { email });
  await order(store, "#3 by phone", { phone: "+46701234567" });
  await order(store, "#4 named", { shopifyId: "815" });
  await order(store, "#5 somebody else's", { email: "other@example.com", shopifyCustomerId: "4712" });
  await order(other, "#6 elsewhere", { email });
  const reading = { workspaceId: workspace.id, storeId: store.id, updatedAt: now() };
  await db.orderSync.create({ data: { ...reading, state: "reading", position: 500, done: 3 } });
  for (const who of ["s:4711", `e:${email}`, "s:4712"]) await makeForecast(store, { who });
  await makeForecast(other, { who: `e:${email}` });
  await deliver({
    topic: "customers/redact",
    shop: store.shopDomain,
    body: {
      shop_id: 1,
      shop_domain: store.shopDomain,
      customer: { id: 4711, email, phone: "+46 70-123 45 67" },
      orders_to_redact: [815],
    },
  });
  const left = await db.shopOrder.findMany({
    where: { workspaceId: workspace.id },
    orderBy: { name: "asc" },
  });
  expect(left.map(({ name }) => name)).toEqual(["#5 somebody else's", "#6 elsewhere"]);
  const expected = await db.customerForecast.findMany({ where: { workspaceId: workspace.id } });
  expect(expected.map(({ who, storeId }) => [who, storeId])).toEqual(
    expect.arrayContaining([
      ["s:4712", store.id],
      [`e:${email}`, other.id],
    ]),
  );
  expect(expected).toHaveLength(2);
  const sync = await db.orderSync.findFirst({ where: { workspaceId: workspace.id } });
  expect(sync).toMatchObject({ state: "waiting", position: 0n, done: 0 });
});
