// Two tickets turn out to be one conversation: everything said moves to the survivor, the other stays as a pointer.
// docs/decisions/023-merge-split-bulk.md
import type { Prisma, Ticket } from "@prisma/client";
import { settleIdentity } from "../customers/settle-identity.server.ts";
import { db, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import type { Actor } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { now } from "../lib/clock.ts";
import { isId, newId } from "../lib/id.ts";
import { moveDrafts } from "./drafts/join.server.ts";
import { lockTickets } from "./lock.server.ts";
import { stateOf, TAKEN, unite, type MergeRefusal, type Moved, type Taken } from "./merge.ts";
import { carryDrafts, copyHanging, moveEvents, moveMessages } from "./moves.server.ts";
import { recount } from "./recount.server.ts";
import type { TicketRef } from "./ticket.ts";

/**
 * Merges a ticket into another of the same workspace. Throws not-found, cannot-merge (detail.reason) for itself and for
 * what is merged already: whoever asked had seen something else. Returns what undoes it.
 */
export const mergeTickets = (
  workspace: { id: string },
  { from, into }: { from: string | undefined; into: string | undefined },
  { by }: { by: Actor },
): Promise<{ mergeId: string }> =>
  db.$transaction(async (tx) => {
    if (!isId(from) || !isId(into)) throw new AppError("not-found");
    await lockTickets(tx, workspace.id, [from, into]);
    return mergeIn(tx, { workspaceId: workspace.id, id: from }, { id: into }, { by });
  });

/**
 * The same in the caller's transaction, which holds both rows' locks. Messages, mails, events and drafts move;
 * labels, known Message-IDs and people let in are copied. Its addresses keep working: they lead to the survivor.
 */
export async function mergeIn(
  tx: Tx,
  { workspaceId, id }: TicketRef,
  into: { id: string },
  { by }: { by: Actor },
): Promise<{ mergeId: string }> {
  if (id === into.id) refuse("itself");
  const from = await tx.ticket.findUnique({ where: { workspaceId_id: { workspaceId, id } } });
  const survivor = await tx.ticket.findUnique({ where: { workspaceId_id: { workspaceId, id: into.id } } });
  if (!from || !survivor) throw new AppError("not-found");
  if (from.mergedIntoId || survivor.mergedIntoId) refuse("already-merged");
  // An agent's answer goes out in the name of one store, and each store forgets its own customers.
  if (by.kind === "agent" && from.storeId !== survivor.storeId) refuse("other-store");
  const parts = { ...(await partsOf(tx, from)), drafts: await carryDrafts(tx, survivor, id) };
  await moveDrafts(tx, from, survivor.id);
  await moveMessages(tx, survivor, parts, id);
  await moveEvents(tx, survivor, parts.eventIds, from);
  await copyHanging(tx, from, survivor.id);
  const { after, taken } = await settle(tx, from, survivor);
  const mergeId = newId();
  const moved: Moved = { ...parts, other: stateOf(from), before: stateOf(survivor), after, taken };
  await tx.ticketMerge.create({
    data: {
      workspaceId,
      id: mergeId,
      kind: "merge",
      fromId: id,
      intoId: survivor.id,
      byId: by.kind === "agent" ? by.id : null,
      moved: moved as unknown as Prisma.InputJsonObject,
      createdAt: now(),
    },
  });
  await tell(tx, {
    from,
    survivor,
    by,
    mergeId,
    reopened: after.status === "open" && survivor.status === "closed",
  });
  return { mergeId };
}

const refuse = (reason: MergeRefusal): never => {
  throw new AppError("cannot-merge", { reason });
};

/** Everything of it that moves. */
async function partsOf(tx: Tx, { workspaceId, id }: Ticket) {
  const where = { workspaceId, ticketId: id };
  const select = { id: true };
  const ids = (rows: { id: string }[]) => rows.map((row) => row.id);
  return {
    messageIds: ids(await tx.message.findMany({ where, select })),
    mailIds: ids(await tx.outgoingMail.findMany({ where, select })),
    eventIds: ids(await tx.event.findMany({ where, select })),
  };
}

/** The swallowed ticket closes and points to the survivor, which takes over what nobody may lose sight of. */
async function settle(tx: Tx, from: Ticket, survivor: Ticket) {
  const { workspaceId } = from;
  await tx.ticket.update({
    where: { workspaceId_id: { workspaceId, id: from.id } },
    data: {
      mergedIntoId: survivor.id,
      status: "closed",
      closedAt: now(),
      snoozedUntil: null,
      lastMessageId: null,
    },
  });
  const sameCustomer = from.customerId === survivor.customerId;
  const after = unite(stateOf(survivor), stateOf(from));
  // Another customer's order is not this one's to be told about.
  const theirs = sameCustomer || survivor.customerId === null;
  const taken: Taken[] = TAKEN.filter(
    (field) => survivor[field] === null && from[field] !== null && (theirs || field !== "orderName"),
  );
  const takes = Object.fromEntries(taken.map((field) => [field, from[field]]));
  const order = taken.includes("orderName") ? { shopifyOrderId: from.shopifyOrderId } : {};
  await tx.ticket.update({
    where: { workspaceId_id: { workspaceId, id: survivor.id } },
    data: { ...after, ...takes, ...order },
  });
  await recount(tx, { workspaceId, id: survivor.id });
  await settleIdentity(tx, { workspaceId, id: survivor.id });
  return { after, taken };
}

/** Both say so; whose ticket it was hears of it (`toldId`). */
async function tell(
  tx: Tx,
  merge: { from: Ticket; survivor: Ticket; by: Actor; mergeId: string; reopened: boolean },
): Promise<void> {
  const { from, survivor, by, mergeId } = merge;
  const { workspaceId } = from;
  const loser =
    from.assigneeId !== survivor.assigneeId && !(by.kind === "agent" && by.id === from.assigneeId);
  const data = { mergeId, fromId: from.id, from: from.number, intoId: survivor.id, into: survivor.number };
  const told = from.assigneeId && loser ? { toldId: from.assigneeId } : {};
  await recordTicketEvent(tx, { workspaceId, id: from.id }, { type: "merged", by, data });
  const survived = { type: "merged", by, data: { ...data, ...told } } as const;
  await recordTicketEvent(tx, { workspaceId, id: survivor.id }, survived);
  if (merge.reopened) await recordTicketEvent(tx, { workspaceId, id: survivor.id }, { type: "reopened", by });
}
