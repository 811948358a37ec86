// A webhook never waits for Shopify: its answer has five seconds, whatever state our token is in.
import { expect, test } from "vitest";
import { makeShop, sandbox } from "../../tests/setup/sandbox.ts";
import { makeStore, makeWorkspace } from "../../tests/factories.ts";
import { deliver, keptOf, post } from "../../tests/shopify-webhook.ts";
import { signInStore } from "../../tests/shopify-session.ts";
import { db } from "../db.server.ts";

const MINUTE = 60_000;

test("with a token nearly over and a token endpoint that hangs, it is answered at once and takes effect", async () => {
  const shop = makeShop();
  const store = await makeStore(await makeWorkspace(), { shopDomain: shop.domain });
  await signInStore(shop, 2 * MINUTE);
  sandbox.state.failures.push({
    service: "shopify",
    match: "/admin/oauth/access_token",
    times: 9,
    delayMs: 20_000,
  });
  const calls = sandbox.state.calls.length;
  const hook = {
    topic: "app/uninstalled",
    shop: shop.domain,
    body: { id: 1, domain: shop.publicDomain, myshopify_domain: shop.domain },
  };
  const answer = await Promise.race([
    post(hook),
    new Promise((resolve) => setTimeout(resolve, 5_000, "too late")),
  ]);
  expect(answer).toBe(200);
  expect(sandbox.state.calls).toHaveLength(calls);
  expect(await keptOf(shop.domain)).toHaveLength(1);
  await deliver({ ...hook, webhookId: "again" });
  const { workspaceId, id } = store;
  const after = await db.store.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } });
  expect(after.uninstalledAt).not.toBeNull();
});
