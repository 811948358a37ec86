// Closing and reopening. Repeating either is harmless.
import { db } from "../db.server.ts";
import type { Actor } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { now } from "../lib/clock.ts";
import type { TicketRef } from "./ticket.ts";

/** Closes a ticket: it leaves the inbox; the customer's next message reopens it. */
export const closeTicket = (ticket: TicketRef, { by }: { by: Actor }): Promise<void> =>
  db.$transaction(async (tx) => {
    const { count } = await tx.ticket.updateMany({
      where: { workspaceId: ticket.workspaceId, id: ticket.id, status: { not: "closed" } },
      data: { status: "closed", closedAt: now(), snoozedUntil: null },
    });
    if (count) await recordTicketEvent(tx, ticket, { type: "closed", by });
  });

/** Opens a closed ticket again. */
export const reopenTicket = (ticket: TicketRef, { by }: { by: Actor }): Promise<void> =>
  db.$transaction(async (tx) => {
    const { count } = await tx.ticket.updateMany({
      where: { workspaceId: ticket.workspaceId, id: ticket.id, status: "closed" },
      data: { status: "open", closedAt: null },
    });
    if (count) await recordTicketEvent(tx, ticket, { type: "reopened", by });
  });
