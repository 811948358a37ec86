// The app is removed, installed again, may see more or less.
import { expect, test } from "vitest";
import { db } from "../db.server.ts";
import { DAY, HOUR, later, MINUTE, now } from "../lib/clock.ts";
import { handleShopifyWebhook } from "../privacy/shop-webhooks.server.ts";
import { makeConversation, makeStore, makeWorkspace } from "../../tests/factories.ts";
import { deliver, keptOf, post } from "../../tests/shopify-webhook.ts";

const uninstalled = (shop: string) => ({
  topic: "app/uninstalled",
  shop,
  body: { id: 1, name: "Björk", domain: "bjork.example", myshopify_domain: shop },
});

const scopes = (shop: string, previous: string[], current: string[], shopId?: number) => ({
  topic: "app/scopes_update",
  shop,
  body: { id: 7, previous, current, updated_at: null, ...(shopId ? { shop_id: shopId } : {}) },
});

async function signIn(shop: string): Promise<void> {
  const token = { shop, state: "", accessToken: "sealed", refreshToken: "sealed", scope: "read_orders" };
  await db.session.createMany({
    data: [
      { ...token, id: `offline_${shop}` },
      { ...token, id: `${shop}_7`, isOnline: true },
    ],
  });
}

const storeOf = ({ workspaceId, id }: { workspaceId: string; id: string }) =>
  db.store.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } });

test("uninstalling takes all tokens of the shop, keeps its data, and touches no other shop", async () => {
  const a = await makeConversation();
  const b = await makeStore(a.workspace);
  await signIn(a.store.shopDomain);
  await signIn(b.shopDomain);
  const triggeredAt = now();
  await deliver({ ...uninstalled(a.store.shopDomain), triggeredAt });
  expect(await db.session.count({ where: { shop: a.store.shopDomain } })).toBe(0);
  expect(await db.session.count({ where: { shop: b.shopDomain } })).toBe(2);
  expect((await storeOf(a.store)).uninstalledAt?.getTime()).toBeLessThanOrEqual(triggeredAt.getTime());
  expect((await storeOf(b)).uninstalledAt).toBeNull();
  expect(await db.message.count({ where: { workspaceId: a.workspace.id } })).toBe(1);
  const events = await db.event.findMany({ where: { workspaceId: a.workspace.id } });
  expect(events).toMatchObject([{ type: "uninstalled", actorKind: "shop", actorId: a.store.id }]);
});

test("an uninstall from before the store came back leaves the new sessions alone", async () => {
  const store = await makeStore(await makeWorkspace(), { installedAt: later(now(), -MINUTE) });
  await signIn(store.shopDomain);
  await deliver({ ...uninstalled(store.shopDomain), triggeredAt: later(now(), -HOUR) });
  expect(await db.session.count({ where: { shop: store.shopDomain } })).toBe(2);
  expect((await storeOf(store)).uninstalledAt).toBeNull();
  expect(await keptOf(store.shopDomain)).toMatchObject([
    { state: "done", reason: "older-than-the-installation" },
  ]);
});

test("a shop/redact from before the store came back erases nothing", async () => {
  const { store, workspace } = await makeConversation();
  await db.store.update({
    where: { workspaceId_id: { workspaceId: workspace.id, id: store.id } },
    data: { installedAt: later(now(), -MINUTE) },
  });
  const body = { shop_id: 1, shop_domain: store.shopDomain };
  await deliver({ topic: "shop/redact", shop: store.shopDomain, body, triggeredAt: later(now(), -DAY) });
  expect(await db.ticket.count({ where: { workspaceId: workspace.id } })).toBe(1);
});

test("uninstalling a shop that never got a store still takes its tokens", async () => {
  const shop = `lonely-${now().getTime()}.myshopify.com`;
  await signIn(shop);
  await deliver(uninstalled(shop));
  expect(await db.session.count({ where: { shop } })).toBe(0);
  expect(await keptOf(shop)).toMatchObject([{ state: "done", reason: "no-such-shop" }]);
});

test("new scopes are noted on the store's session, with what came and went", async () => {
  const store = await makeStore(await makeWorkspace());
  await signIn(store.shopDomain);
  await deliver(scopes(store.shopDomain, ["read_orders"], ["read_customers"]));
  const sessions = await db.session.findMany({
    where: { shop: store.shopDomain },
    orderBy: { isOnline: "asc" },
  });
  expect(sessions.map(({ scope }) => scope)).toEqual(["read_customers", "read_orders"]);
  const events = await db.event.findMany({ where: { workspaceId: store.workspaceId } });
  expect(events).toMatchObject([
    { type: "scopes-changed", data: { added: ["read_customers"], removed: ["read_orders"] } },
  ]);
});

test("the later word on scopes stays, in whatever order the two arrive", async () => {
  const store = await makeStore(await makeWorkspace(), { installedAt: later(now(), -DAY) });
  await signIn(store.shopDomain);
  const older = later(now(), -2 * MINUTE);
  await deliver({
    ...scopes(store.shopDomain, [], ["read_orders", "read_returns"]),
    triggeredAt: later(older, MINUTE),
  });
  await deliver({ ...scopes(store.shopDomain, [], ["read_orders"]), triggeredAt: older });
  const session = await db.session.findUniqueOrThrow({ where: { id: `offline_${store.shopDomain}` } });
  expect(session.scope).toBe("read_orders,read_returns");
  expect((await keptOf(store.shopDomain)).map(({ reason }) => reason)).toEqual([null, "overtaken"]);
});

test("scopes of another shop's id are put aside", async () => {
  const store = await makeStore(await makeWorkspace(), { shopifyId: "gid://shopify/Shop/11" });
  await signIn(store.shopDomain);
  await post(scopes(store.shopDomain, ["read_orders"], [], 12));
  const [kept] = await keptOf(store.shopDomain);
  await handleShopifyWebhook(kept?.id ?? "");
  expect(await keptOf(store.shopDomain)).toMatchObject([{ state: "dead", reason: "shop-mismatch" }]);
  expect(await db.session.count({ where: { shop: store.shopDomain, scope: "read_orders" } })).toBe(2);
});
