// An agent answers. One press of Send is one message, whatever the network does.
import { db, holdLock, type Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { claimUploads } from "../files/uploads.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { CHANNELS, previewOf, type ChannelKind, type TicketRef } from "./ticket.ts";

export interface Reply {
  by: { id: string };
  text: string;
  /** made once per composed reply by the page: the same key sends nothing again */
  requestKey: string;
  /** the newest message the agent had seen; Send is refused when the thread has moved on */
  seen: string | null;
  /** ids of this agent's unsent uploads */
  files?: string[];
  /** the raw mail it came as, when the agent answered by mail */
  receivedId?: string;
}

/**
 * Queues a reply to the customer.
 * Throws thread-moved-on (detail.newest), key-reused, cannot-reply.
 * Returns the message, the earlier one when the same key was sent before.
 */
export const replyToTicket = (ticket: TicketRef, reply: Reply): Promise<{ messageId: string }> =>
  db.$transaction((tx) => replyIn(tx, ticket, reply));

/** The same in the caller's transaction. */
export async function replyIn(tx: Tx, ticket: TicketRef, reply: Reply): Promise<{ messageId: string }> {
  // The key is looked up across tickets, so presses of one key wait for one another across tickets too.
  await holdLock(tx, `reply:${ticket.workspaceId}:${reply.requestKey}`);
  const current = await lockTicket(tx, ticket);
  const earlier = await tx.message.findUnique({
    where: { workspaceId_requestKey: { workspaceId: ticket.workspaceId, requestKey: reply.requestKey } },
    select: { id: true, text: true, ticketId: true },
  });
  if (earlier) {
    if (earlier.text !== reply.text || earlier.ticketId !== ticket.id) throw new AppError("key-reused");
    return { messageId: earlier.id };
  }
  if (current.lastMessageId !== reply.seen) {
    throw new AppError("thread-moved-on", { newest: current.lastMessageId });
  }
  if (!current.customer?.email) throw new AppError("cannot-reply");
  return {
    messageId: await queueReply(tx, ticket, CHANNELS[current.channel as ChannelKind].answersBy, reply),
  };
}

async function lockTicket(tx: Tx, { workspaceId, id }: TicketRef) {
  await tx.$queryRaw`SELECT 1 FROM "Ticket" WHERE "workspaceId" = ${workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  const ticket = await tx.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { channel: true, lastMessageId: true, customer: { select: { email: true } } },
  });
  if (!ticket) throw new AppError("not-found");
  return ticket;
}

async function queueReply(tx: Tx, ticket: TicketRef, channel: ChannelKind, reply: Reply): Promise<string> {
  const { workspaceId, id: ticketId } = ticket;
  const messageId = newId();
  const at = now();
  await tx.message.create({
    data: {
      workspaceId,
      id: messageId,
      ticketId,
      kind: "outbound",
      channel,
      requestKey: reply.requestKey,
      receivedId: reply.receivedId ?? null,
      authorId: reply.by.id,
      text: reply.text,
      delivery: "queued",
      createdAt: at,
    },
  });
  await claimUploads(tx, { workspaceId, agentId: reply.by.id, fileIds: reply.files ?? [], messageId });
  await tx.ticket.update({
    where: { workspaceId_id: { workspaceId, id: ticketId } },
    data: {
      waitingOn: "customer",
      preview: previewOf(reply.text),
      lastMessageId: messageId,
      lastMessageAt: at,
    },
  });
  await recordTicketEvent(tx, ticket, {
    type: "message-sent",
    by: { kind: "agent", id: reply.by.id },
    data: { messageId },
  });
  await enqueue(tx, "deliver-message", { workspaceId, messageId });
  return messageId;
}
