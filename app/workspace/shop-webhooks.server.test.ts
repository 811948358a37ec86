// What reaches the three addresses, signed or not.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { db } from "../db.server.ts";
import { handleShopifyWebhook } from "../privacy/shop-webhooks.server.ts";
import { loader } from "../routes/webhooks.compliance.ts";
import { makeConversation, makeStore, makeWorkspace } from "../../tests/factories.ts";
import { deliver, keptOf, post, sign } from "../../tests/shopify-webhook.ts";

const jobsOf = (receivedId: string) => db.$queryRaw<unknown[]>`
  SELECT 1 FROM pgboss.job WHERE name = 'handle-shopify-webhook' AND data->>'receivedId' = ${receivedId}`;

const shopRedact = (shop: string) => ({
  topic: "shop/redact",
  shop,
  body: { shop_id: 1, shop_domain: shop },
});
const uninstalled = (shop: string) => ({
  topic: "app/uninstalled",
  shop,
  body: { id: 1, domain: "bjork.example", myshopify_domain: shop },
});

describe("one webhook delivered many times", () => {
  test("is kept once and makes one job", async () => {
    const store = await makeStore(await makeWorkspace());
    const hook = { ...uninstalled(store.shopDomain), webhookId: randomUUID() };
    expect(await post(hook)).toBe(200);
    expect(await post(hook)).toBe(200);
    const many = await Promise.all(Array.from({ length: 50 }, () => post(hook)));
    expect(new Set(many)).toEqual(new Set([200]));
    const kept = await keptOf(store.shopDomain);
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({ state: "received", workspaceId: store.workspaceId, storeId: store.id });
    expect(await jobsOf(kept[0]?.id ?? "")).toHaveLength(1);
  });

  test("takes effect once, however often its job runs", async () => {
    const { workspace, store } = await makeConversation();
    await post(uninstalled(store.shopDomain));
    const [kept] = await keptOf(store.shopDomain);
    await Promise.all(Array.from({ length: 5 }, () => handleShopifyWebhook(kept?.id ?? "")));
    expect(await db.event.count({ where: { workspaceId: workspace.id, type: "uninstalled" } })).toBe(1);
    expect((await keptOf(store.shopDomain))[0]).toMatchObject({ state: "done", reason: null });
  });
});

test("one event id under two topics is two webhooks", async () => {
  const store = await makeStore(await makeWorkspace());
  const eventId = randomUUID();
  const scopes = {
    topic: "app/scopes_update",
    shop: store.shopDomain,
    body: { id: 1, previous: [], current: [] },
  };
  await deliver({ ...scopes, eventId });
  await deliver({ ...uninstalled(store.shopDomain), eventId });
  expect((await keptOf(store.shopDomain)).map(({ topic, state }) => [topic, state])).toEqual([
    ["app/scopes_update", "done"],
    ["app/uninstalled", "done"],
  ]);
});

describe("what nobody signed writes nothing", () => {
  const shop = `unsigned-${randomUUID()}.myshopify.com`;
  const hook = shopRedact(shop);
  const good = sign(JSON.stringify(hook.body));
  test.each([
    [
      "a flipped byte in the body",
      { ...hook, body: { shop_id: 2, shop_domain: shop }, headers: { "X-Shopify-Hmac-Sha256": good } },
      [401],
    ],
    [
      "a signature of the wrong length",
      { ...hook, headers: { "X-Shopify-Hmac-Sha256": good.slice(0, 10) } },
      [401],
    ],
    ["a signature that is no base64", { ...hook, headers: { "X-Shopify-Hmac-Sha256": "§§§" } }, [401]],
    ["no signature", { ...hook, headers: { "X-Shopify-Hmac-Sha256": null } }, [401]],
    [
      "another app's secret",
      { ...hook, headers: { "X-Shopify-Hmac-Sha256": sign(JSON.stringify(hook.body), "x") } },
      [401],
    ],
    ["an empty body", { ...hook, body: "" }, [400, 401]],
    ["GET", { ...hook, method: "GET" }, [405]],
    ["PUT", { ...hook, method: "PUT" }, [405]],
    ["no topic", { ...hook, headers: { "X-Shopify-Topic": null } }, [400]],
    ["no shop", { ...hook, headers: { "X-Shopify-Shop-Domain": null } }, [400]],
    ["a shop elsewhere", { ...hook, headers: { "X-Shopify-Shop-Domain": "evil.example" } }, [400]],
    ["an endless webhook id", { ...hook, headers: { "X-Shopify-Webhook-Id": "x".repeat(5000) } }, [400]],
    ["three megabytes", { ...hook, body: { shop_domain: shop, more: "x".repeat(3_000_000) } }, [413]],
  ])("%s", async (_, sent, statuses) => {
    expect(statuses).toContain(await post(sent));
    expect(await keptOf(shop)).toEqual([]);
  });

  test("a page visit is told to post", () => {
    expect(loader().status).toBe(405);
  });
});

describe("a signed body under changed headers is put aside and changes nothing", () => {
  const order = { id: 450789469, name: "#2188", email: "ebba@example.com", customer: { id: 1 } };

  async function twoShops() {
    const a = await makeStore(await makeWorkspace());
    const b = await makeConversation();
    await db.session.create({
      data: { id: `offline_${b.store.shopDomain}`, shop: b.store.shopDomain, state: "", accessToken: "b" },
    });
    return { a, b };
  }
  const kinds = [
    ["an order as shop/redact", () => order, "shop/redact", "shape-of-another-topic"],
    ["an order as app/uninstalled", () => order, "app/uninstalled", "shape-of-another-topic"],
    ["A's uninstall as B's", (a: string) => uninstalled(a).body, "app/uninstalled", "shop-mismatch"],
    [
      "A's uninstall as B's shop/redact",
      (a: string) => uninstalled(a).body,
      "shop/redact",
      "shape-of-another-topic",
    ],
    ["A's shop/redact as B's", (a: string) => shopRedact(a).body, "shop/redact", "shop-mismatch"],
  ] as const;
  test.each(kinds)("%s", async (_, body, topic, reason) => {
    const { a, b } = await twoShops();
    const hook = { topic, shop: b.store.shopDomain, body: body(a.shopDomain) };
    expect(await post(hook)).toBe(200);
    const kept = await keptOf(b.store.shopDomain);
    expect(kept).toMatchObject([{ state: "dead", reason, workspaceId: null, storeId: null }]);
    expect(await jobsOf(kept[0]?.id ?? "")).toEqual([]);
    await handleShopifyWebhook(kept[0]?.id ?? "");
    expect(await db.session.count({ where: { shop: b.store.shopDomain } })).toBe(1);
    expect(await db.ticket.count({ where: { workspaceId: b.workspace.id } })).toBe(1);
    expect(await db.store.count({ where: { workspaceId: b.workspace.id, uninstalledAt: null } })).toBe(1);
  });

  test("an order of A named as B's leaves nothing of A in B", async () => {
    const { b } = await twoShops();
    await post({ topic: "orders/updated", shop: b.store.shopDomain, body: order });
    expect(await keptOf(b.store.shopDomain)).toMatchObject([
      { state: "dead", reason: "shape-of-another-topic", workspaceId: null },
    ]);
  });

  test("a topic at another topic's address", async () => {
    const { b } = await twoShops();
    expect(await post(shopRedact(b.store.shopDomain), "uninstalled")).toBe(200);
    expect(await post(uninstalled(b.store.shopDomain), "compliance")).toBe(200);
    const kept = await keptOf(b.store.shopDomain);
    expect(kept.map(({ state, reason }) => [state, reason])).toEqual([
      ["dead", "topic-elsewhere"],
      ["dead", "topic-elsewhere"],
    ]);
  });
});

test("signed nonsense is kept as it came, and the next webhook is fine", async () => {
  const store = await makeStore(await makeWorkspace());
  expect(await post({ ...shopRedact(store.shopDomain), body: '{"a":' })).toBe(200);
  const [kept] = await keptOf(store.shopDomain);
  expect(kept).toMatchObject({ state: "dead", reason: "unreadable" });
  expect(Buffer.from(kept?.body ?? []).toString()).toBe('{"a":');
  await deliver(uninstalled(store.shopDomain));
  expect((await keptOf(store.shopDomain)).map(({ state }) => state)).toEqual(["dead", "done"]);
});
