// PostgreSQL goes away while something arrives: never "yes" before it is kept, and one effect afterwards.
import { expect, test } from "vitest";
import { db } from "../../app/db.server.ts";
import { takeInMail } from "../../app/channels/email/take-in.server.ts";
import { handled } from "../../app/auth.server.ts";
import { newId } from "../../app/lib/id.ts";
import { action as inbound } from "../../app/routes/hooks.postmark.inbound.ts";
import { loader as health } from "../../app/routes/health.ts";
import { makeStore, makeWorkspace, unique } from "../factories.ts";
import { asBody, postmarkMail } from "../mail-factory.ts";
import { cluster } from "../setup/own-cluster.ts";
import { keptOf, post } from "../shopify-webhook.ts";
import { handleShopifyWebhook } from "../../app/privacy/shop-webhooks.server.ts";

const AUTHORIZATION = `Basic ${Buffer.from("postmark:samla-sandbox-hook").toString("base64")}`;

/** Posts a mail as Postmark does; what the route throws is the server's 500. */
async function handIn(body: Buffer): Promise<number> {
  const request = new Request("http://127.0.0.1:3000/hooks/postmark/inbound", {
    method: "POST",
    headers: { Authorization: AUTHORIZATION },
    body: new Uint8Array(body),
  });
  const answer = await inbound({ request, params: {}, context: {} }).catch(() => null);
  return answer?.status ?? 500;
}

test("a mail is refused while the database is away, however often, and is one message once it is back", async () => {
  const workspace = await makeWorkspace();
  const { inboundToken: token } = await makeStore(workspace);
  const payload = postmarkMail({ from: `ebba-${unique()}@example.com`, token });
  const body = asBody(payload);
  await cluster.stopServer();
  for (let n = 0; n < 3; n++) expect(await handIn(body)).not.toBe(200);
  expect((await health()).status).toBe(503);
  await cluster.restart();
  expect(await handIn(body)).toBe(200);
  expect(await handIn(body)).toBe(200);
  const kept = await db.received.findMany({ where: { providerId: payload.MessageID } });
  expect(kept).toHaveLength(1);
  for (const { id } of kept) await takeInMail({ receivedId: id });
  expect(await db.message.count({ where: { workspaceId: workspace.id } })).toBe(1);
  expect((await health()).status).toBe(200);
});

const uninstalled = (shop: string, webhookId: string) => ({
  topic: "app/uninstalled",
  shop,
  webhookId,
  body: { id: 1, name: "Björk", domain: "bjork.example", myshopify_domain: shop },
});

test("a webhook is answered 503 in time while the database is away, and takes effect once when it is sent again", async () => {
  const workspace = await makeWorkspace();
  const { shopDomain: shop } = await makeStore(workspace);
  const webhookId = newId();
  await cluster.stopServer();
  const begun = performance.now();
  expect(await post(uninstalled(shop, webhookId))).toBe(503);
  expect(performance.now() - begun).toBeLessThan(5_000);
  await cluster.restart();
  expect(await post(uninstalled(shop, webhookId))).toBe(200);
  expect(await post(uninstalled(shop, webhookId))).toBe(200);
  const kept = await keptOf(shop);
  expect(kept).toHaveLength(1);
  for (const { id } of kept) {
    await handleShopifyWebhook(id);
    await handleShopifyWebhook(id);
  }
  expect(await db.event.count({ where: { workspaceId: workspace.id, type: "uninstalled" } })).toBe(1);
});

test("a database that only stands still is not waited for longer than Shopify waits", async () => {
  const workspace = await makeWorkspace();
  const { shopDomain: shop } = await makeStore(workspace);
  const webhookId = newId();
  let release = (): void => undefined;
  const until = new Promise<void>((resolve) => (release = resolve));
  const standing = db.$transaction(
    async (tx) => {
      await tx.$executeRaw`LOCK TABLE "Received" IN ACCESS EXCLUSIVE MODE`;
      await until;
    },
    { timeout: 30_000 },
  );
  await expect
    .poll(
      async () =>
        (
          await db.$queryRaw<
            unknown[]
          >`SELECT 1 FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND granted AND relation = '"Received"'::regclass`
        ).length,
    )
    .toBe(1);
  const begun = performance.now();
  expect(await post(uninstalled(shop, webhookId))).toBe(503);
  expect(performance.now() - begun).toBeLessThan(5_000);
  release();
  await standing;
  expect(await post(uninstalled(shop, webhookId))).toBe(200);
  expect(await keptOf(shop)).toHaveLength(1);
});

test("a failing handler of ours is not taken for an answer", async () => {
  await expect(
    handled(() => Promise.reject(new Error("a bug")))({
      request: new Request("http://a.example"),
      params: {},
    }),
  ).rejects.toThrow("a bug");
});
