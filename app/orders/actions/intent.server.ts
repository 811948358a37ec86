// The rows of order actions: written before Shopify is asked, and with what came of it.
import type { OrderIntent, Prisma } from "@prisma/client";
import { db, type Tx } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import type { Actor } from "../../events/event.ts";
import { recordTicketEvent } from "../../events/record.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { now } from "../../lib/clock.ts";
import { isId } from "../../lib/id.ts";
import { lookAtOrder } from "../mirror/hints.server.ts";
import type { Acting } from "./acting.server.ts";
import type { AnyWish } from "./action.ts";
import type { ActionKind, FailureReason, IntentState } from "./kinds.ts";
import type { Money } from "./order.graphql.ts";
import type { Outcome } from "./outcome.ts";

/** What became of a change is looked at so long after it was begun, if nobody said before. */
const SETTLE_AFTER_SECONDS = 30;

export const openStates = ["running", "unknown"];

export interface NewIntent {
  id: string;
  orderId: string;
  orderName: string;
  asked: AnyWish;
  seen: Date;
  stake: Money | null;
  /** whose approval it waits for; null: it begins now */
  approverId: string | null;
}

/**
 * Writes down what is wanted. Returns the row, and whether it is this call's to carry out: the same intent again is
 * not. Throws order-busy while another change of the order is open.
 */
export async function claimIntent(
  { workspaceId, ticketId, store, agent }: Acting,
  wanted: NewIntent,
): Promise<{ intent: OrderIntent; ours: boolean }> {
  const { id, orderId, orderName, asked, seen, stake, approverId } = wanted;
  if (!isId(id)) throw new AppError("bad-request");
  const at = now();
  const data = {
    ...{ workspaceId, id, ticketId, storeId: store.id, orderId, orderName, seen, approverId },
    kind: asked.kind,
    wish: asked.wish as Prisma.InputJsonObject,
    state: approverId ? "waiting" : "running",
    amount: stake?.amount ?? null,
    currency: stake?.currencyCode ?? null,
    askedById: agent.id,
    attemptedAt: approverId ? null : at,
    createdAt: at,
    updatedAt: at,
  };
  const ours = await db.$transaction(async (tx) => {
    const { count } = await tx.orderIntent.createMany({ data: [data], skipDuplicates: true });
    if (count && approverId) await tellAsked(tx, data, approverId);
    else if (count) await settleLater(tx, data);
    return count > 0;
  });
  const intent = await findIntent({ id: workspaceId }, id);
  if (!intent || intent.ticketId !== ticketId) throw new AppError("order-busy");
  return { intent, ours };
}

/** One of the workspace's; null for none. */
export const findIntent = async (workspace: { id: string }, id: string): Promise<OrderIntent | null> =>
  isId(id)
    ? db.orderIntent.findUnique({ where: { workspaceId_id: { workspaceId: workspace.id, id } } })
    : null;

/** A waiting intent begins, approved. False when it does not wait any more; throws order-busy. */
export async function beginApproved(intent: OrderIntent, agentId: string): Promise<boolean> {
  const { workspaceId, id } = intent;
  return db
    .$transaction(async (tx) => {
      const { count } = await tx.orderIntent.updateMany({
        where: { workspaceId, id, state: "waiting" },
        data: { state: "running", decidedById: agentId, attemptedAt: now(), updatedAt: now() },
      });
      if (count) await settleLater(tx, intent);
      return count > 0;
    })
    .catch((error: unknown) => {
      throw isTaken(error) ? new AppError("order-busy") : error;
    });
}

/** Writes what came of it, once, with its line in the thread. Returns whether this was the one that did. */
export function finishIntent(
  intent: OrderIntent,
  end: { state: "done" } | { state: "declined" } | Extract<Outcome, { state: "failed" }>,
  by: Actor,
): Promise<boolean> {
  const { workspaceId, id } = intent;
  const failure = end.state === "failed" ? { reason: end.reason, said: end.said } : {};
  const decided = end.state === "declined" && by.kind === "agent" ? { decidedById: by.id } : {};
  return db.$transaction(async (tx) => {
    const { count } = await tx.orderIntent.updateMany({
      where: { workspaceId, id, state: { in: end.state === "declined" ? ["waiting"] : openStates } },
      data: { state: end.state, ...failure, ...decided, updatedAt: now() },
    });
    if (!count) return false;
    // Lists follow without waiting for Shopify to tell.
    if (end.state !== "declined") await lookAtOrder(tx, intent, intent.orderId);
    const type = `order-action-${end.state}` as const;
    const theirs = by.kind === "agent" && by.id !== intent.askedById ? { askedById: intent.askedById } : {};
    await recordTicketEvent(tx, ticketOf(intent), {
      type,
      by,
      data: { ...wordsOf(intent), ...failure, ...theirs },
    });
    return true;
  });
}

/** It is open what became of it: Shopify gave no answer, or does it later. */
export async function leaveOpen(
  { workspaceId, id }: OrderIntent,
  left: { state: "unknown" } | { state: "running"; jobId: string },
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.orderIntent.updateMany({
      where: { workspaceId, id, state: { in: openStates } },
      data: { ...left, updatedAt: now() },
    });
    await enqueue(tx, "settle-order-action", { workspaceId, intentId: id }, { startAfter: 3 });
  });
}

const settleLater = (tx: Tx, { workspaceId, id }: { workspaceId: string; id: string }) =>
  enqueue(tx, "settle-order-action", { workspaceId, intentId: id }, { startAfter: SETTLE_AFTER_SECONDS });

async function tellAsked(tx: Tx, row: Described & { askedById: string }, agentId: string): Promise<void> {
  const by = { kind: "agent", id: row.askedById } as const;
  const approver = await tx.agent.findUnique({
    where: { workspaceId_id: { workspaceId: row.workspaceId, id: agentId } },
    select: { name: true },
  });
  const data = { ...wordsOf(row), agentId, to: approver?.name ?? "" };
  await recordTicketEvent(tx, ticketOf(row), { type: "order-action-asked", by, data });
}

type Described = Pick<OrderIntent, "workspaceId" | "ticketId" | "kind" | "orderName" | "amount" | "currency">;

const ticketOf = ({ workspaceId, ticketId }: Described) => ({ workspaceId, id: ticketId });

const wordsOf = ({ kind, orderName, amount, currency }: Described) => ({
  action: kind,
  order: orderName,
  ...(amount && currency ? { amount, currency } : {}),
});

const isTaken = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "code" in error && error.code === "P2002";

/** An action on a ticket's order, as pages see it. */
export interface IntentView {
  id: string;
  kind: ActionKind;
  orderId: string;
  orderName: string;
  state: IntentState;
  reason: FailureReason | null;
  said: string | null;
  stake: Money | null;
  askedById: string;
  askedBy: string;
  approverId: string | null;
  approver: string | null;
  /** ISO 8601 */
  createdAt: string;
}

/** What waits or is open at a ticket, or at one that was merged into it, oldest first; or one intent by its id. */
export async function viewIntents(
  { workspaceId, id: ticketId }: { workspaceId: string; id: string },
  intentId?: string,
): Promise<IntentView[]> {
  if (intentId !== undefined && !isId(intentId)) return [];
  const merged = await db.ticket.findMany({
    where: { workspaceId, mergedIntoId: ticketId },
    select: { id: true },
    take: 100,
  });
  const rows = await db.orderIntent.findMany({
    where: {
      workspaceId,
      ticketId: { in: [ticketId, ...merged.map(({ id }) => id)] },
      ...(intentId ? { id: intentId } : { state: { in: ["waiting", ...openStates] } }),
    },
    orderBy: { createdAt: "asc" },
    take: 20,
  });
  const ids = rows.flatMap(({ askedById, approverId }) => [askedById, ...(approverId ? [approverId] : [])]);
  const agents = await db.agent.findMany({
    where: { workspaceId, id: { in: ids } },
    select: { id: true, name: true },
  });
  const nameOf = (id: string | null) => agents.find((agent) => agent.id === id)?.name ?? null;
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ActionKind,
    orderId: row.orderId,
    orderName: row.orderName,
    state: row.state as IntentState,
    reason: row.reason as FailureReason | null,
    said: row.said,
    stake: row.amount && row.currency ? { amount: row.amount, currencyCode: row.currency } : null,
    askedById: row.askedById,
    askedBy: nameOf(row.askedById) ?? "",
    approverId: row.approverId,
    approver: nameOf(row.approverId),
    createdAt: row.createdAt.toISOString(),
  }));
}
