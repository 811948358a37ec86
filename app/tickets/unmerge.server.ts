// A merge or a split, thought better of: what moved goes back. What came since stays where it was said.
import { settleIdentity } from "../customers/settle-identity.server.ts";
import { db, type Tx } from "../db.server.ts";
import type { TicketMerge } from "@prisma/client";
import { AppError } from "../errors.ts";
import type { Actor } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { now } from "../lib/clock.ts";
import { isId } from "../lib/id.ts";
import { lockTickets } from "./lock.server.ts";
import { giveBack, readMoved, stateOf, type MergeRefusal, type MergeState, type Moved } from "./merge.ts";
import { moveMessages, removeCopies, returnDrafts, returnEvents } from "./moves.server.ts";
import { recount } from "./recount.server.ts";
import type { TicketRef } from "./ticket.ts";
import { unsplitIn } from "./unsplit.server.ts";

/** Undoes it; twice is harmless. Throws not-found, cannot-undo (detail.reason). */
export const undoMerge = (
  workspace: { id: string },
  mergeId: string | undefined,
  { by }: { by: Actor },
): Promise<{ ticketId: string }> =>
  db.$transaction(async (tx) => undoMergeIn(tx, workspace.id, mergeId, { by }));

/** The same in the caller's transaction. Returns the ticket that is there again, or that has everything again. */
export async function undoMergeIn(
  tx: Tx,
  workspaceId: string,
  id: string | undefined,
  { by }: { by: Actor },
): Promise<{ ticketId: string }> {
  if (!isId(id)) throw new AppError("not-found");
  const where = { workspaceId_id: { workspaceId, id } };
  const found = await tx.ticketMerge.findUnique({ where, select: { fromId: true, intoId: true } });
  if (!found) throw new AppError("not-found");
  await lockTickets(tx, workspaceId, [found.fromId, found.intoId]);
  const merge = await tx.ticketMerge.findUniqueOrThrow({ where });
  if (!merge.undoneAt) {
    await tx.ticketMerge.update({ where, data: { undoneAt: now() } });
    if (merge.kind === "split") await unsplitIn(tx, merge, { by });
    else await unmerge(tx, merge, by);
  }
  return { ticketId: merge.fromId };
}

async function unmerge(tx: Tx, merge: TicketMerge, by: Actor): Promise<void> {
  const { workspaceId, fromId, intoId } = merge;
  const from = await tx.ticket.findUnique({ where: { workspaceId_id: { workspaceId, id: fromId } } });
  const into = await tx.ticket.findUnique({ where: { workspaceId_id: { workspaceId, id: intoId } } });
  if (!from || !into || from.mergedIntoId !== intoId) throw refusal("gone");
  if (into.mergedIntoId) throw refusal("merged-further");
  const moved = readMoved(merge.moved);
  await moveMessages(tx, from, moved, intoId);
  await returnEvents(tx, from, moved.eventIds, intoId);
  await returnDrafts(tx, from, moved.drafts, { from: intoId, since: merge.createdAt });
  await removeCopies(tx, from, intoId);
  await tx.ticket.update({
    where: { workspaceId_id: { workspaceId, id: fromId } },
    data: { mergedIntoId: null, ...awoken(moved) },
  });
  const kept = moved.taken.filter((field) => into[field] === from[field]);
  const back = giveBack(stateOf(into), moved);
  await tx.ticket.update({
    where: { workspaceId_id: { workspaceId, id: intoId } },
    data: {
      ...((await wroteSince(tx, into, merge.createdAt)) ? stillToBeSeen(back, into) : back),
      ...Object.fromEntries(kept.map((field) => [field, null])),
      ...(kept.includes("orderName") ? { shopifyOrderId: null } : {}),
    },
  });
  await recount(tx, from);
  await recount(tx, into);
  for (const ticket of [from, into]) await settleIdentity(tx, ticket);
  const data = { mergeId: merge.id, fromId, from: from.number, intoId, into: into.number };
  for (const ticket of [from, into]) await recordTicketEvent(tx, ticket, { type: "unmerged", by, data });
}

/** Whether a person wrote to the survivor itself after the merge: what moves back has moved already. */
async function wroteSince(tx: Tx, { workspaceId, id }: TicketRef, since: Date): Promise<boolean> {
  const where = { workspaceId, ticketId: id, kind: "inbound", machine: null, createdAt: { gt: since } };
  return (await tx.message.findFirst({ where, select: { id: true } })) !== null;
}

/** Who wrote since is waiting: the ticket stays where it is seen. */
function stillToBeSeen(back: ReturnType<typeof giveBack>, into: { [K in keyof MergeState]: unknown }) {
  const { status, waitingOn, snoozedUntil, closedAt, archivedAt, spam } = stateOf(into);
  return { ...back, status, waitingOn, snoozedUntil, closedAt, archivedAt, spam };
}

const refusal = (reason: MergeRefusal) => new AppError("cannot-undo", { reason });

/** As it was; its alarm may have rung meanwhile. */
function awoken({ other }: Moved): Partial<Moved["other"]> {
  const { status, snoozedUntil, closedAt } = other;
  if (snoozedUntil && snoozedUntil <= now()) return { status: "open", snoozedUntil: null, closedAt: null };
  return { status, snoozedUntil, closedAt };
}
