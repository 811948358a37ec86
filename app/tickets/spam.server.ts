// The spam queue: out of every other view, never lost. Repeating either is harmless.
import { db } from "../db.server.ts";
import type { Actor } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import type { TicketRef } from "./ticket.ts";

/** Moves a ticket to the spam queue. */
export const markSpam = (ticket: TicketRef, { by }: { by: Actor }): Promise<void> =>
  db.$transaction(async (tx) => {
    const { count } = await tx.ticket.updateMany({
      where: { workspaceId: ticket.workspaceId, id: ticket.id, spam: false },
      data: { spam: true },
    });
    if (count) await recordTicketEvent(tx, ticket, { type: "marked-spam", by });
  });

/**
 * Gets a ticket back from the spam queue, as it was. The event names its first message: a customer who was taken for
 * a robot hears now that we have it (jobs/on-ticket-event).
 */
export const restoreFromSpam = (ticket: TicketRef, { by }: { by: Actor }): Promise<void> =>
  db.$transaction(async (tx) => {
    const { workspaceId, id } = ticket;
    const { count } = await tx.ticket.updateMany({
      where: { workspaceId, id, spam: true },
      data: { spam: false },
    });
    if (!count) return;
    const first = await tx.message.findFirst({
      where: { workspaceId, ticketId: id, kind: "inbound", machine: null },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: { id: true },
    });
    await recordTicketEvent(tx, ticket, {
      type: "not-spam",
      by,
      data: first ? { messageId: first.id } : {},
    });
  });
