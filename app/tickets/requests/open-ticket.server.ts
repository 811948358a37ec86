// The ticket of one recipient: opened by an agent, its first message ours, waiting for the customer (Sent).
import { identifyCustomer } from "../../customers/identify.server.ts";
import { UNANSWERED } from "../../customers/identity.ts";
import { holdLock, type Tx } from "../../db.server.ts";
import { recordTicketEvent } from "../../events/record.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { previewOf } from "../ticket.ts";

interface Request {
  workspaceId: string;
  id: string;
  storeId: string;
  createdById: string;
}

interface Letter {
  position: number;
  address: string;
  name: string;
  /** filled in */
  subject: string;
  text: string;
}

/** The message a recipient of a request gets, once (progress.server.ts finds it by this). */
const keyOfRecipient = (requestId: string, position: number): string => `request:${requestId}:${position}`;

/** Opens it and queues its mail, in the caller's transaction. Returns the ticket's id. */
export async function openRequestTicket(tx: Tx, request: Request, letter: Letter): Promise<string> {
  const { workspaceId, storeId } = request;
  // As for a message that comes in: two at a time must not make two customers of one address.
  await holdLock(tx, `intake:${workspaceId}:${letter.address}`);
  const sender = { name: letter.name, address: letter.address, shopifyCustomerId: null };
  const { customerId } = await identifyCustomer(tx, request, sender, null);
  const brand = await tx.brand.findFirstOrThrow({
    where: { workspaceId, storeId, isDefault: true },
    select: { id: true },
  });
  const { lastTicketNumber } = await tx.workspace.update({
    where: { id: workspaceId },
    data: { lastTicketNumber: { increment: 1 } },
    select: { lastTicketNumber: true },
  });
  const ticket = { workspaceId, id: newId() };
  const messageId = newId();
  const at = now();
  await tx.ticket.create({
    data: {
      ...ticket,
      number: lastTicketNumber,
      storeId,
      brandId: brand.id,
      customerId,
      channel: "email",
      subject: Array.from(letter.subject).slice(0, 300).join(""),
      preview: previewOf(letter.text),
      waitingOn: "customer",
      identityReason: UNANSWERED.reason,
      lastMessageId: messageId,
      lastMessageAt: at,
      createdAt: at,
    },
  });
  await tx.message.create({
    data: {
      workspaceId,
      id: messageId,
      ticketId: ticket.id,
      kind: "outbound",
      channel: "email",
      requestKey: keyOfRecipient(request.id, letter.position),
      authorId: request.createdById,
      subject: letter.subject,
      text: letter.text,
      recipients: { to: [{ name: letter.name, address: letter.address }], cc: [], bcc: [] },
      delivery: "queued",
      createdAt: at,
    },
  });
  const by = { kind: "agent", id: request.createdById } as const;
  await recordTicketEvent(tx, ticket, { type: "ticket-opened", by, at, data: { messageId } });
  await recordTicketEvent(tx, ticket, { type: "message-sent", by, at, data: { messageId } });
  await enqueue(tx, "deliver-message", { workspaceId, messageId });
  return ticket.id;
}
