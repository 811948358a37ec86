// A reply leaves as e-mail: from the ticket's brand, to the ticket's customer, answers come back to us.
import { db, type Tx } from "../../db.server.ts";
import { queueMail } from "../../mail/outbox.server.ts";
import { replyAddressOf } from "../../mail/reply-token.server.ts";
import { composeReply } from "../../mail/templates/reply.ts";
import { noteDelivery } from "../../tickets/delivery.server.ts";
import { showNumber } from "../../tickets/ticket.ts";
import type { Channel, OutgoingMessage } from "../channel.ts";

export const emailChannel: Channel = {
  kind: "email",
  send: (message) => db.$transaction((tx) => queueReply(tx, message)),
};

async function queueReply(tx: Tx, message: OutgoingMessage): Promise<void> {
  const { workspaceId, ticketId } = message;
  const ticket = await tx.ticket.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: ticketId } },
    include: { brand: true, customer: true, store: { include: { workspace: true } } },
  });
  const to = ticket.customer?.email;
  if (!to) return noteDelivery(tx, message, "failed", "no-address");
  const number = showNumber(ticket.store.workspace.ticketPrefix, ticket.number);
  const content = composeReply({
    text: message.text,
    signature: ticket.brand.signature,
    subject: ticket.subject,
    number,
    opens: await opensTicket(tx, message),
  });
  const resends = await tx.outgoingMail.count({
    where: { workspaceId, messageId: message.id, state: { in: ["failed", "bounced", "unknown"] } },
  });
  const queued = await queueMail(tx, {
    workspaceId,
    kind: "reply",
    requestKey: `reply:${message.id}:${resends}`,
    ticketId,
    messageId: message.id,
    senderName: ticket.brand.senderName,
    to,
    replyTo: await replyAddressOf(tx, ticket),
    references: await referencesOf(tx, ticket),
    automatic: false,
    ...content,
  });
  if (!queued) return;
  await tx.mailReference.create({ data: { workspaceId, messageId: queued.internetId, ticketId } });
  await noteDelivery(tx, message, "sending", null);
}

/** Whether an agent began the conversation, and this is how: then it answers nothing. */
const opensTicket = async (tx: Tx, { workspaceId, id, ticketId, createdAt }: OutgoingMessage) =>
  (await tx.message.count({
    where: { workspaceId, ticketId, id: { not: id }, createdAt: { lte: createdAt } },
  })) === 0;

/** The ids seen in this conversation, oldest first: the customer's client threads by them. */
async function referencesOf(tx: Tx, ticket: { workspaceId: string; id: string }): Promise<string[]> {
  const rows = await tx.mailReference.findMany({
    where: { workspaceId: ticket.workspaceId, ticketId: ticket.id },
    orderBy: { createdAt: "asc" },
    select: { messageId: true },
    take: 200,
  });
  return rows.map((row) => row.messageId);
}
