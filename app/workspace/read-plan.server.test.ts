import { makeShop, sandbox } from "../../tests/setup/sandbox.ts";
import { expect, test } from "vitest";
import type { Subscription } from "../../sandbox/shopify/installation.ts";
import type { Shop } from "../../sandbox/world/types.ts";
import { makeStore, makeWorkspace } from "../../tests/factories.ts";
import { signInStore } from "../../tests/shopify-session.ts";
import { deliver } from "../../tests/shopify-webhook.ts";
import { db } from "../db.server.ts";
import { readPlan } from "./read-plan.server.ts";

async function makeTwoStores() {
  const workspace = await makeWorkspace({ plan: "free" });
  const shops = [makeShop(), makeShop()];
  const stores: { workspaceId: string; storeId: string }[] = [];
  for (const shop of shops) {
    await signInStore(shop);
    const store = await makeStore(workspace, { shopDomain: shop.domain, plan: "free" });
    stores.push({ workspaceId: workspace.id, storeId: store.id });
  }
  const choose = (shop: Shop | undefined, subscription: Subscription) =>
    Object.assign(sandbox.state.installations.get(shop?.domain ?? "") ?? {}, { subscription });
  const plan = async () => (await db.workspace.findUniqueOrThrow({ where: { id: workspace.id } })).plan;
  const readAll = async () => {
    for (const store of stores) await readPlan(store);
  };
  return { workspace, shops, stores, choose, plan, readAll };
}

test("a workspace has the best plan any of its stores pays for", async () => {
  const { workspace, shops, choose, plan, readAll } = await makeTwoStores();
  choose(shops[0], "Free");
  choose(shops[1], "Smart");
  await readAll();
  expect(await plan()).toBe("smart");
  choose(shops[0], "Plus");
  await readAll();
  expect(await plan()).toBe("plus");
  choose(shops[0], "Free");
  choose(shops[1], "Free");
  await readAll();
  expect(await plan()).toBe("free");
  const told = await db.event.findMany({
    where: { workspaceId: workspace.id, type: "plan-changed" },
    orderBy: { id: "asc" },
  });
  const plans = told.map(({ data }) => (data as { plan: string }).plan);
  expect(plans).toEqual(["smart", "plus", "smart", "free"]);
});

test("Shopify's word that a plan changed has it read with the store's own token", async () => {
  const { shops, stores, plan } = await makeTwoStores();
  const body = {
    app_subscription: {
      admin_graphql_api_id: "gid://shopify/AppSubscription/1",
      admin_graphql_api_shop_id: `gid://shopify/Shop/${shops[0]?.id}`,
      name: "Plus",
      status: "CANCELLED",
    },
  };
  await deliver({ topic: "app_subscriptions/update", shop: shops[0]?.domain ?? "", body });
  const jobs = await db.$queryRaw<{ data: unknown }[]>`
    SELECT data FROM pgboss.job WHERE name = 'read-plan' AND data->>'storeId' = ${stores[0]?.storeId}`;
  expect(jobs).toHaveLength(1);
  if (stores[0]) await readPlan(stores[0]);
  expect(await plan()).toBe("plus");
});

test("what a store paid for ends when the app is removed from it", async () => {
  const { shops, choose, plan, readAll } = await makeTwoStores();
  choose(shops[1], "Free");
  await readAll();
  expect(await plan()).toBe("plus");
  const body = { id: Number(shops[0]?.id), myshopify_domain: shops[0]?.domain };
  await deliver({ topic: "app/uninstalled", shop: shops[0]?.domain ?? "", body });
  expect(await plan()).toBe("free");
});
