// An order action from the click to its end: written down, the order read again, Shopify asked once, the outcome kept.
import type { OrderIntent } from "@prisma/client";
import { db } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { readSetting } from "../../settings/read.server.ts";
import { StaffCallFailed } from "../../clients/shopify-staff.server.ts";
import type { Acting } from "./acting.server.ts";
import { isMore, readWish, type AnyWish } from "./action.ts";
import { follow } from "./follow.server.ts";
import { beginApproved, claimIntent, findIntent, finishIntent, leaveOpen } from "./intent.server.ts";
import type { Money, OrderNode } from "./order.graphql.ts";
import { perform } from "./perform.server.ts";
import { previewAction, type Preview } from "./preview.server.ts";
import { asAgent, readOwnOrder } from "./read-order.server.ts";
import { noteOnOrder } from "./note.server.ts";

export interface Asked {
  intentId: string;
  orderId: string;
  /** the updatedAt the agent looked at */
  version: string;
  asked: AnyWish;
  /** whom to ask, should it be over the limit */
  approverId: string | null;
  /** the agent approves others' actions, so theirs wait for nobody */
  mayApprove: boolean;
}

/**
 * Does it, or lets it wait for approval. The same intent again changes nothing. Throws not-found,
 * identity-unconfirmed, order-busy, approval-needed ({ limit, stake }), shopify-failed ({ problem, said }).
 */
export async function carryOut(acting: Acting, wanted: Asked): Promise<void> {
  const before = await findIntent({ id: acting.workspaceId }, wanted.intentId);
  if (before) return;
  if (acting.identity === "mismatch") throw new AppError("identity-unconfirmed");
  const { order, preview, approval } = await look(acting, wanted.orderId, wanted.asked, wanted.mayApprove);
  if (approval && !wanted.approverId) throw new AppError("approval-needed", { ...approval });
  const { intent, ours } = await claimIntent(acting, {
    id: wanted.intentId,
    orderId: wanted.orderId,
    orderName: order.name,
    asked: wanted.asked,
    seen: new Date(wanted.version),
    stake: preview.stake,
    approverId: approval ? wanted.approverId : null,
  });
  if (ours && intent.state === "running") await run(acting, intent);
}

/** A colleague lets it pass: it is done with their own rights. Throws like carryOut. */
export async function carryOutApproved(acting: Acting, intent: OrderIntent): Promise<void> {
  if (acting.identity === "mismatch") throw new AppError("identity-unconfirmed");
  if (await beginApproved(intent, acting.agent.id)) await run(acting, intent);
}

/** The order, what the action would do, and the limit it is over for this agent. */
export async function look(
  acting: Acting,
  orderId: string,
  asked: AnyWish,
  mayApprove: boolean,
): Promise<{ order: OrderNode; preview: Preview; approval: { limit: string; stake: Money } | null }> {
  try {
    const order = await readOwnOrder(acting, orderId);
    const preview = await previewAction(asAgent(acting), order, asked);
    const { approvalOver: limit } = await readSetting(
      db,
      { workspaceId: acting.workspaceId, storeId: acting.store.id },
      "orderActions",
    );
    const { stake } = preview;
    const over = limit !== null && stake !== null && isMore(stake.amount, limit) && !mayApprove;
    return { order, preview, approval: over ? { limit, stake } : null };
  } catch (error) {
    throw inOurWords(error);
  }
}

export const inOurWords = (error: unknown): unknown =>
  error instanceof StaffCallFailed
    ? new AppError("shopify-failed", { problem: error.problem, said: error.said })
    : error;

async function run(acting: Acting, intent: OrderIntent): Promise<void> {
  const by = { kind: "agent", id: acting.agent.id } as const;
  const asked = readWish(intent.kind, JSON.stringify(intent.wish));
  if (!asked) throw new Error(`order intent ${intent.id} holds no wish`);
  const outcome = await perform(acting, intent, asked);
  if (outcome.state === "unknown") return leaveOpen(intent, { state: "unknown" });
  if (outcome.state === "failed") return void (await finishIntent(intent, outcome, by));
  if (outcome.state === "running") {
    await leaveOpen(intent, outcome);
    return follow(acting, { ...intent, jobId: outcome.jobId });
  }
  if (await finishIntent(intent, { state: "done" }, by)) await noteOnOrder(asAgent(acting), intent, acting);
}
