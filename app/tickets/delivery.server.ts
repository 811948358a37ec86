// What became of an outbound message, kept on its row so that the agent sees it.
import { db, type Tx } from "../db.server.ts";
import { SYSTEM } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { AppError } from "../errors.ts";
import { isId } from "../lib/id.ts";
import { laterDelivery, type Delivery } from "../mail/delivery-state.ts";
import type { TicketRef } from "./ticket.ts";

/** Writes a delivery state; a state never goes backwards. A failure or bounce brings the ticket back to us. */
export async function noteDelivery(
  tx: Tx,
  message: { workspaceId: string; id: string },
  next: Delivery,
  reason: string | null,
): Promise<void> {
  const { workspaceId, id } = message;
  const current = await tx.message.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { delivery: true, ticketId: true },
  });
  if (!current?.delivery) return;
  const state = laterDelivery(current.delivery as Delivery, next);
  if (state === current.delivery) return;
  await write(tx, { workspaceId, id, ticketId: current.ticketId }, state, reason);
}

/** Says that a queued message could not even be handed over. */
export const noteUndelivered = ({
  workspaceId,
  messageId,
}: {
  workspaceId: string;
  messageId: string;
}): Promise<void> =>
  db.$transaction((tx) => noteDelivery(tx, { workspaceId, id: messageId }, "failed", "not-handed-over"));

/** The same for a mail that carried a message (an acknowledgement carries none). */
export async function noteMailState(
  tx: Tx,
  mail: { workspaceId: string; messageId: string | null },
  next: Delivery,
  reason: string | null,
): Promise<void> {
  if (mail.messageId)
    await noteDelivery(tx, { workspaceId: mail.workspaceId, id: mail.messageId }, next, reason);
}

/**
 * Sends a message once more that failed, bounced, or whose fate nobody knows (the page warns that it may then
 * arrive twice). Throws not-found for any other.
 */
export const resendMessage = (ticket: TicketRef, messageId: string | undefined): Promise<void> =>
  db.$transaction(async (tx) => {
    if (!isId(messageId)) throw new AppError("not-found");
    const { workspaceId } = ticket;
    const { count } = await tx.message.updateMany({
      where: {
        workspaceId,
        id: messageId,
        ticketId: ticket.id,
        delivery: { in: ["failed", "bounced", "unknown"] },
      },
      data: { delivery: "queued", deliveryError: null },
    });
    if (!count) throw new AppError("not-found");
    await tx.ticket.updateMany({ where: { workspaceId, id: ticket.id }, data: { waitingOn: "customer" } });
    await recordTicketEvent(tx, ticket, {
      type: "delivery-changed",
      by: SYSTEM,
      data: { messageId, state: "queued" },
    });
    await enqueue(tx, "deliver-message", { workspaceId, messageId });
  });

async function write(
  tx: Tx,
  { workspaceId, id, ticketId }: { workspaceId: string; id: string; ticketId: string },
  state: Delivery,
  reason: string | null,
): Promise<void> {
  await tx.message.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { delivery: state, deliveryError: reason },
  });
  const lost = state === "failed" || state === "bounced";
  if (lost) {
    const { count: reopened } = await tx.ticket.updateMany({
      where: { workspaceId, id: ticketId, mergedIntoId: null, status: "closed" },
      data: { status: "open", closedAt: null },
    });
    if (reopened) {
      const data = { reason: "undelivered" };
      await recordTicketEvent(tx, { workspaceId, id: ticketId }, { type: "reopened", by: SYSTEM, data });
    }
    await tx.ticket.updateMany({
      where: { workspaceId, id: ticketId, mergedIntoId: null },
      data: { status: "open", waitingOn: "us", closedAt: null, snoozedUntil: null },
    });
  }
  await recordTicketEvent(
    tx,
    { workspaceId, id: ticketId },
    {
      type: "delivery-changed",
      by: SYSTEM,
      data: { messageId: id, state, ...(reason ? { reason } : {}) },
    },
  );
}
