// Two tickets turn out to be one conversation: everything said moves to the survivor, the other stays as a pointer.
import type { Identity } from "../customers/customer.ts";
import type { Tx } from "../db.server.ts";
import type { Actor } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { now } from "../lib/clock.ts";
import { moveDrafts } from "./drafts/join.server.ts";
import { identityAfter, type TicketRef } from "./ticket.ts";

/**
 * Moves a ticket's messages, mails, known Message-IDs, participants and drafts into another. Its reply addresses keep working:
 * they lead to the survivor. The caller holds both rows' locks.
 */
export async function mergeTicket(
  tx: Tx,
  { workspaceId, id }: TicketRef,
  into: { id: string },
  by: Actor,
): Promise<void> {
  const from = await tx.ticket.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } });
  const survivor = await tx.ticket.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: into.id } },
  });
  const moved = await tx.message.findMany({ where: { workspaceId, ticketId: id }, select: { id: true } });
  await tx.message.updateMany({ where: { workspaceId, ticketId: id }, data: { ticketId: into.id } });
  await tx.outgoingMail.updateMany({ where: { workspaceId, ticketId: id }, data: { ticketId: into.id } });
  await moveReferences(tx, { workspaceId, id }, into.id);
  await moveParticipants(tx, { workspaceId, id }, into.id);
  await moveDrafts(tx, { workspaceId, id }, into.id);
  await tx.ticket.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: {
      mergedIntoId: into.id,
      status: "closed",
      closedAt: now(),
      snoozedUntil: null,
      lastMessageId: null,
    },
  });
  const later = from.lastMessageAt > survivor.lastMessageAt ? from : survivor;
  await tx.ticket.update({
    where: { workspaceId_id: { workspaceId, id: into.id } },
    data: {
      preview: later.preview,
      lastMessageId: later.lastMessageId,
      lastMessageAt: later.lastMessageAt,
      lastInboundAt: latest(from.lastInboundAt, survivor.lastInboundAt),
      identity: identityAfter(survivor.identity as Identity, from.identity as Identity),
      orderName: survivor.orderName ?? from.orderName,
      shopifyOrderId: survivor.orderName ? survivor.shopifyOrderId : from.shopifyOrderId,
      topic: survivor.topic ?? from.topic,
      assigneeId: survivor.assigneeId ?? from.assigneeId,
      departmentId: survivor.departmentId ?? from.departmentId,
      hasFiles: survivor.hasFiles || from.hasFiles,
      undelivered: survivor.undelivered || from.undelivered,
    },
  });
  const data = {
    fromId: id,
    from: from.number,
    into: survivor.number,
    messageIds: moved.map((one) => one.id),
  };
  for (const ticketId of [id, into.id])
    await recordTicketEvent(tx, { workspaceId, id: ticketId }, { type: "merged", by, data });
}

async function moveReferences(tx: Tx, { workspaceId, id }: TicketRef, into: string): Promise<void> {
  const where = { workspaceId, ticketId: id };
  const known = await tx.mailReference.findMany({ where });
  await tx.mailReference.createMany({
    data: known.map((row) => ({ ...row, ticketId: into })),
    skipDuplicates: true,
  });
  await tx.mailReference.updateMany({
    where: {
      workspaceId,
      ticketId: into,
      messageId: { in: known.filter((row) => !row.hearsay).map((row) => row.messageId) },
    },
    data: { hearsay: false },
  });
  await tx.mailReference.deleteMany({ where });
}

async function moveParticipants(tx: Tx, { workspaceId, id }: TicketRef, into: string): Promise<void> {
  const where = { workspaceId, ticketId: id };
  const people = await tx.ticketParticipant.findMany({ where });
  await tx.ticketParticipant.createMany({
    data: people.map((row) => ({ ...row, ticketId: into })),
    skipDuplicates: true,
  });
  await tx.ticketParticipant.deleteMany({ where });
}

const latest = (a: Date | null, b: Date | null): Date | null => (a && b ? (a > b ? a : b) : (a ?? b));
