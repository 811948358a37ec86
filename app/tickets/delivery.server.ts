// What became of an outbound message, kept on its row so that the agent sees it.
import { db, type Tx } from "../db.server.ts";
import { SYSTEM, type Actor } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { AppError } from "../errors.ts";
import { now } from "../lib/clock.ts";
import { isId } from "../lib/id.ts";
import { laterDelivery, type Delivery } from "../mail/delivery-state.ts";
import type { TicketRef } from "./ticket.ts";
import { noteOnTicket } from "./undelivered-flag.server.ts";

/** Lost, or perhaps: what a person has to look at. */
export const LOST = ["failed", "bounced", "unknown"] as const;

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

/**
 * Sends a message once more that failed, bounced, or whose fate nobody knows (the page warns that it may then
 * arrive twice). Throws not-found for any other.
 */
export const resendMessage = (
  ticket: TicketRef,
  messageId: string | undefined,
  { by }: { by: Actor },
): Promise<void> =>
  db.$transaction(async (tx) => {
    await change(tx, ticket, messageId, {
      delivery: "queued",
      deliveryError: null,
      leftAt: null,
      // Queued from now on, and nothing to take back.
      holdUntil: now(),
    });
    const { workspaceId } = ticket;
    await tx.ticket.updateMany({ where: { workspaceId, id: ticket.id }, data: { waitingOn: "customer" } });
    await recordTicketEvent(tx, ticket, {
      type: "delivery-changed",
      by,
      data: { messageId: messageId ?? "", state: "queued" },
    });
    await enqueue(tx, "deliver-message", { workspaceId, messageId: messageId ?? "" });
  });

/** An agent has seen that it did not arrive, and leaves it at that. Throws not-found when it did. */
export const leaveUndelivered = (
  ticket: TicketRef,
  messageId: string | undefined,
  { by }: { by: Actor },
): Promise<void> =>
  db.$transaction(async (tx) => {
    await change(tx, ticket, messageId, { leftAt: now() });
    await recordTicketEvent(tx, ticket, {
      type: "delivery-changed",
      by,
      data: { messageId: messageId ?? "", state: "left" },
    });
  });

async function change(
  tx: Tx,
  { workspaceId, id: ticketId }: TicketRef,
  messageId: string | undefined,
  data: { delivery?: Delivery; deliveryError?: null; leftAt: Date | null; holdUntil?: Date },
): Promise<void> {
  if (!isId(messageId)) throw new AppError("not-found");
  const { count } = await tx.message.updateMany({
    where: { workspaceId, id: messageId, ticketId, delivery: { in: [...LOST] } },
    data,
  });
  if (!count) throw new AppError("not-found");
  await noteOnTicket(tx, { workspaceId, id: ticketId });
}

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
  await noteOnTicket(tx, { workspaceId, id: ticketId });
  if (state === "failed" || state === "bounced") await bringBack(tx, { workspaceId, id: ticketId });
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

/** The customer does not have our answer: it is our turn, whatever the ticket was. */
async function bringBack(tx: Tx, { workspaceId, id }: TicketRef): Promise<void> {
  const { count: reopened } = await tx.ticket.updateMany({
    where: { workspaceId, id, mergedIntoId: null, status: "closed" },
    data: { status: "open", closedAt: null },
  });
  if (reopened) {
    const data = { reason: "undelivered" };
    await recordTicketEvent(tx, { workspaceId, id }, { type: "reopened", by: SYSTEM, data });
  }
  const { count: woken } = await tx.ticket.updateMany({
    where: { workspaceId, id, mergedIntoId: null, status: "snoozed" },
    data: { status: "open", snoozedUntil: null },
  });
  if (woken) {
    const data = { reason: "undelivered" };
    await recordTicketEvent(tx, { workspaceId, id }, { type: "woken", by: SYSTEM, data });
  }
  await tx.ticket.updateMany({ where: { workspaceId, id, mergedIntoId: null }, data: { waitingOn: "us" } });
}
