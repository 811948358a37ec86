// A webhook from Shopify arrives: verified, kept raw, a job enqueued, answered. What it means is the job's.
import { verifyWebhook, type SignedWebhook } from "../clients/shopify-webhook.server.ts";
import { db } from "../db.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { now, SECOND } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { log } from "../lib/log.server.ts";
import { believe, type Topic } from "./shop-webhooks.ts";

/** Shopify gives up after five seconds; a clear "later" before that is better than its time-out. */
const BUDGET = 4 * SECOND;

/**
 * Answers 200 once the webhook is committed (or was before), 405/400/401/413 for what nobody signed, and 503
 * when it could not be kept, so that Shopify sends it again.
 */
export async function receiveShopWebhook(request: Request, topics: readonly Topic[]): Promise<Response> {
  if (request.method !== "POST") return postOnly();
  const webhook = await verifyWebhook(request);
  if (!webhook.valid) return new Response(null, { status: webhook.status });
  try {
    await within(BUDGET, keep(webhook, topics));
    return new Response(null, { status: 200 });
  } catch (error) {
    log.error({ err: error, topic: webhook.topic, webhookId: webhook.webhookId }, "webhook not kept");
    return new Response(null, { status: 503 });
  }
}

export const postOnly = (): Response => new Response(null, { status: 405, headers: { Allow: "POST" } });

/**
 * One row per shop, topic and webhook id, however often it is delivered. A doubtful one is kept without a
 * workspace: its body may be another tenant's.
 */
const keep = (webhook: SignedWebhook, topics: readonly Topic[]): Promise<void> =>
  db.$transaction(async (tx) => {
    const { topic, shop, webhookId, eventId, triggeredAt } = webhook;
    const believed = believe(webhook, topics);
    const doubt = typeof believed === "string" ? believed : null;
    const place = doubt ? null : await tx.shopDomain.findUnique({ where: { domain: shop } });
    const receivedId = newId();
    const { count } = await tx.received.createMany({
      data: [
        {
          id: receivedId,
          source: "shopify",
          server: shop,
          providerId: `${topic}:${webhookId}`,
          workspaceId: place?.workspaceId ?? null,
          storeId: place?.storeId ?? null,
          topic,
          body: new Uint8Array(Buffer.from(webhook.rawBody, "utf8")),
          headers: { eventId, triggeredAt },
          receivedAt: now(),
          ...(doubt ? { state: "dead", reason: doubt, handledAt: now() } : {}),
        },
      ],
      skipDuplicates: true,
    });
    if (count && !doubt) await enqueue(tx, "handle-shopify-webhook", { receivedId });
  });

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`not committed within ${ms} ms`)), ms);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
