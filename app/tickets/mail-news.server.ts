// What became of a mail that carried a message, told on the message (an acknowledgement carries none).
import { db, type Tx } from "../db.server.ts";
import { SYSTEM } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import type { MailNews } from "../mail/events.server.ts";
import { noteDelivery } from "./delivery.server.ts";

/** Tells one piece of news on its message. Repeating it is harmless. */
export async function tellMessage(
  tx: Tx,
  mail: { workspaceId: string; messageId: string | null },
  news: MailNews,
): Promise<void> {
  if (!mail.messageId) return;
  const message = { workspaceId: mail.workspaceId, id: mail.messageId };
  if (news.kind === "state") await noteDelivery(tx, message, news.state, news.reason);
  else if (news.kind === "opened") await noteOpened(tx, message, news.at);
  else await noteMissed(tx, message, news);
}

/**
 * A suppressed address takes mail again, or no longer does: a reply that was stopped for it can be sent now, or not.
 * Postmark keeps one list for the installation, so this concerns every workspace.
 */
export async function noteSuppression(address: string, suppressed: boolean): Promise<void> {
  const [before, after] = suppressed
    ? ["suppression-lifted", "suppressed"]
    : ["suppressed", "suppression-lifted"];
  const stopped = await db.$queryRaw<{ workspaceId: string; id: string; ticketId: string }[]>`
    SELECT m."workspaceId", m.id, m."ticketId" FROM "Workspace" w
    JOIN "OutgoingMail" o ON o."workspaceId" = w.id AND o."toAddress" = ${address} AND o.kind = 'reply'
    JOIN "Message" m ON m."workspaceId" = o."workspaceId" AND m.id = o."messageId"
    WHERE m.delivery = 'failed' AND m."deliveryError" = ${before} LIMIT 500`;
  for (const { workspaceId, id, ticketId } of stopped)
    await db.$transaction(async (tx) => {
      const { count } = await tx.message.updateMany({
        where: { workspaceId, id, delivery: "failed", deliveryError: before },
        data: { deliveryError: after },
      });
      if (!count) return;
      const data = { messageId: id, state: "failed", reason: after };
      await recordTicketEvent(
        tx,
        { workspaceId, id: ticketId },
        { type: "delivery-changed", by: SYSTEM, data },
      );
    });
}

async function noteOpened(tx: Tx, { workspaceId, id }: { workspaceId: string; id: string }, at: Date) {
  await tx.message.updateMany({
    where: { workspaceId, id, OR: [{ openedAt: null }, { openedAt: { gt: at } }] },
    data: { openedAt: at },
  });
}

/** Somebody copied did not get it. The customer may have: the message's own state says that. */
async function noteMissed(
  tx: Tx,
  { workspaceId, id: messageId }: { workspaceId: string; id: string },
  { address, reason }: { address: string; reason: string },
): Promise<void> {
  const message = await tx.message.findUnique({
    where: { workspaceId_id: { workspaceId, id: messageId } },
    select: { ticketId: true },
  });
  if (!message) return;
  const { ticketId } = message;
  const told = await tx.event.findFirst({
    where: {
      workspaceId,
      ticketId,
      type: "recipient-missed",
      AND: [
        { data: { path: ["messageId"], equals: messageId } },
        { data: { path: ["address"], equals: address } },
      ],
    },
    select: { id: true },
  });
  if (told) return;
  const data = { messageId, address, reason };
  await recordTicketEvent(tx, { workspaceId, id: ticketId }, { type: "recipient-missed", by: SYSTEM, data });
}
