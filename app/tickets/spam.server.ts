// The spam queue: out of every other view, never lost. Repeating either is harmless.
import { db, type Tx } from "../db.server.ts";
import type { Actor } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { changeIn } from "./change.server.ts";
import type { TicketRef } from "./ticket.ts";

/** Moves a ticket to the spam queue. */
export async function markSpamIn(tx: Tx, ticket: TicketRef, { by }: { by: Actor }): Promise<boolean> {
  const marked = await changeIn(tx, ticket, { spam: false }, { spam: true });
  if (marked) await recordTicketEvent(tx, ticket, { type: "marked-spam", by });
  return marked;
}

/**
 * Gets a ticket back from the spam queue, as it was. The event names its first message: a customer who was taken for
 * a robot hears now that we have it (jobs/on-ticket-event).
 */
export async function restoreFromSpamIn(tx: Tx, ticket: TicketRef, { by }: { by: Actor }): Promise<boolean> {
  const { workspaceId, id } = ticket;
  if (!(await changeIn(tx, ticket, { spam: true }, { spam: false }))) return false;
  const first = await tx.message.findFirst({
    where: { workspaceId, ticketId: id, kind: "inbound", machine: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true },
  });
  const data = first ? { messageId: first.id } : {};
  await recordTicketEvent(tx, ticket, { type: "not-spam", by, data });
  return true;
}

export const markSpam = (ticket: TicketRef, by: { by: Actor }): Promise<boolean> =>
  db.$transaction((tx) => markSpamIn(tx, ticket, by));

export const restoreFromSpam = (ticket: TicketRef, by: { by: Actor }): Promise<boolean> =>
  db.$transaction((tx) => restoreFromSpamIn(tx, ticket, by));
