// What became of an action whose end nobody has seen: read from the order, with the store's own token.
import type { OrderIntent } from "@prisma/client";
import { askShopify } from "../../clients/shopify-admin.server.ts";
import { db } from "../../db.server.ts";
import { SYSTEM } from "../../events/event.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { later, MINUTE, now } from "../../lib/clock.ts";
import { readWish } from "./action.ts";
import { isVisible } from "./evidence.ts";
import { findIntent, finishIntent, openStates } from "./intent.server.ts";
import { noteOnOrder } from "./note.server.ts";
import { JOB_STATUS } from "./order.graphql.ts";
import type { Outcome } from "./outcome.ts";
import { readOrder } from "./read-order.server.ts";
import { refundMark } from "./refund.server.ts";

type Ask = <T>(operation: string, variables: Record<string, unknown>) => Promise<T>;

/** Shopify answers within half a minute or not at all; what is not there a minute later did not get through. */
const SURE_AFTER = MINUTE;
const LOOK_AGAIN_SECONDS = 10;
/** a job of Shopify's that is still not done by then is left to be looked at by people */
const LONGEST_JOB = 30 * MINUTE;

/** The job: settles the intent, or looks again later. Throws while Shopify is away: it tries again. */
export async function settleIntent(ref: { workspaceId: string; intentId: string }): Promise<void> {
  const intent = await findIntent({ id: ref.workspaceId }, ref.intentId);
  if (!intent || !openStates.includes(intent.state)) return;
  const store = await db.store.findUnique({
    where: { workspaceId_id: { workspaceId: intent.workspaceId, id: intent.storeId } },
  });
  if (!store) return;
  const ask: Ask = async <T>(operation: string, variables: Record<string, unknown>) =>
    (await askShopify<T>(store.shopDomain, operation, variables)).data;
  const end = await judge(ask, intent);
  if (!end) {
    await db.$transaction((tx) =>
      enqueue(tx, "settle-order-action", ref, { startAfter: LOOK_AGAIN_SECONDS }),
    );
    return;
  }
  const by = { kind: "agent", id: intent.decidedById ?? intent.askedById } as const;
  const won = await finishIntent(intent, end, end.state === "done" ? by : SYSTEM);
  if (won && end.state === "done") await noteOnOrder(ask, intent);
}

/** How it ended; null while that is open. */
export async function judge(
  ask: Ask,
  intent: OrderIntent,
): Promise<{ state: "done" } | Extract<Outcome, { state: "failed" }> | null> {
  const asked = readWish(intent.kind, JSON.stringify(intent.wish));
  const job = intent.jobId
    ? await ask<{ job: { done: boolean } | null }>(JOB_STATUS, { id: intent.jobId })
    : null;
  // The job first: what it did is on the order that is read after it.
  const order = await readOrder(ask, intent.orderId);
  const visible =
    order && asked ? isVisible(order, asked, { mark: refundMark(intent.id), seen: intent.seen }) : false;
  if (visible && (!job || job.job?.done !== false)) return { state: "done" };
  if (job?.job?.done) return { state: "failed", reason: "refused", said: null };
  const since = intent.attemptedAt ?? intent.createdAt;
  if (since > later(now(), -(intent.jobId ? LONGEST_JOB : SURE_AFTER))) return null;
  return { state: "failed", reason: visible === null ? "unclear" : "not-through", said: null };
}
