// A kept webhook of Shopify takes effect. Once: the row is locked, and only a row nobody handled counts.
import { db, type Tx } from "../db.server.ts";
import { followShopifyMerge } from "../customers/merging/shopify-merge.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { now, SECOND } from "../lib/clock.ts";
import { believe, TOPICS, type ShopWebhook } from "../workspace/shop-webhooks.ts";
import {
  changeScopes,
  DONE,
  happenedAt,
  isTooOld,
  lookAtPlan,
  NO_SUCH_SHOP,
  TOO_OLD,
  uninstall,
  type AboutShop,
  type Outcome,
} from "../workspace/shop-webhooks-effects.server.ts";
import { lookAtCustomer, lookAtNewCustomer } from "../customers/profile/refresh.server.ts";
import { goOnFetching, lookAtOrder, unlinkCustomer } from "../orders/mirror/hints.server.ts";
import { eraseOnRequest } from "./erase-customer.server.ts";
import { eraseShop } from "./erase-shop.server.ts";
import { answerDataRequest } from "./export.server.ts";

/** A person may have tens of thousands of messages; shorter than the job's own limit (jobs/catalog.ts). */
const LIMIT = 100 * SECOND;

/** A large shop is erased in several turns, each a job of its own. */
const TURN = 30 * SECOND;

/** Does what a webhook asks for. Safe to repeat; throws only for what a retry may cure. */
export async function handleShopifyWebhook(receivedId: string): Promise<void> {
  const take = async (tx: Tx) => {
    const kept = await readKept(tx, receivedId);
    if (!kept) return null;
    if (typeof kept.webhook === "string") {
      await finish(tx, receivedId, { state: "dead", reason: kept.webhook });
      return null;
    }
    // Everything of a shop is too much for one transaction: that one goes by itself, below.
    if (kept.webhook.topic === "shop/redact" && !isTooOld(kept.about)) return kept.about;
    await finish(tx, receivedId, await takeEffect(tx, receivedId, kept.webhook, kept.about));
    return null;
  };
  const forShop = await db.$transaction(take, { timeout: LIMIT });
  if (!forShop) return;
  const finished = await eraseShop(forShop.shop, forShop.place, TURN);
  if (!finished) await db.$transaction((tx) => enqueue(tx, "handle-shopify-webhook", { receivedId }));
}

async function readKept(tx: Tx, receivedId: string) {
  await tx.$queryRaw`SELECT 1 FROM "Received" WHERE id = ${receivedId}::uuid FOR UPDATE`;
  const row = await tx.received.findUnique({ where: { id: receivedId } });
  if (row?.source !== "shopify" || row.state !== "received") return null;
  const shop = row.server;
  const webhook = believe(
    { topic: row.topic, shop, rawBody: Buffer.from(row.body).toString("utf8") },
    TOPICS,
  );
  const about: AboutShop = { shop, place: await findPlace(tx, shop), at: happenedAt(row) };
  return { webhook, about };
}

async function findPlace(tx: Tx, domain: string): Promise<AboutShop["place"]> {
  const found = await tx.shopDomain.findUnique({ where: { domain } });
  if (!found) return null;
  const { workspaceId, storeId } = found;
  const store = await tx.store.findUnique({
    where: { workspaceId_id: { workspaceId, id: storeId } },
    select: { shopifyId: true, installedAt: true },
  });
  return store && { workspaceId, storeId, ...store };
}

async function takeEffect(
  tx: Tx,
  receivedId: string,
  webhook: ShopWebhook,
  about: AboutShop,
): Promise<Outcome> {
  if (webhook.topic === "app/uninstalled") return uninstall(tx, about);
  if (webhook.topic === "app/scopes_update") return changeScopes(tx, about, webhook);
  if (webhook.topic === "shop/redact") return TOO_OLD;
  const { place } = about;
  if (!place) return NO_SUCH_SHOP;
  if (webhook.topic === "bulk_operations/finish") return goOnFetching(tx, place);
  if (webhook.topic === "app_subscriptions/update") return lookAtPlan(tx, place);
  if (webhook.topic === "customers/create") return lookAtNewCustomer(tx, place, webhook.shopifyId);
  if (webhook.topic === "customers/update") return lookAtCustomer(tx, place, webhook.shopifyId);
  if (webhook.topic === "customers/delete") return unlinkCustomer(tx, place, webhook.shopifyId);
  if (webhook.topic === "customers/merge")
    return webhook.done ? followShopifyMerge(tx, place, webhook) : DONE;
  if ("orderId" in webhook) return lookAtOrder(tx, place, webhook.orderId);
  const duty = { ...place, receivedId };
  if (webhook.topic === "customers/redact")
    return eraseOnRequest(tx, duty, webhook.customer, webhook.orderIds);
  return answerDataRequest(tx, duty, webhook.customer, webhook.requestId);
}

const PERSONAL = ["customers/data_request", "customers/redact"];

/** The webhooks about a customer carry an address and a phone number: they are not kept once they are done. */
async function finish(tx: Tx, id: string, { state, reason }: Outcome): Promise<void> {
  const { topic } = await tx.received.findUniqueOrThrow({ where: { id }, select: { topic: true } });
  const personal = state === "done" && PERSONAL.includes(topic);
  await tx.received.update({
    where: { id },
    data: { state, reason, handledAt: now(), ...(personal ? { body: new Uint8Array() } : {}) },
  });
}
