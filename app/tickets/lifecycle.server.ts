// Closing and reopening. Repeating either is harmless.
import { db, type Tx } from "../db.server.ts";
import type { Actor } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { now } from "../lib/clock.ts";
import { changeIn } from "./change.server.ts";
import { endChatsIn } from "./chat/end.server.ts";
import type { TicketRef } from "./ticket.ts";

/**
 * Closes a ticket: it leaves the inbox, and no timer wakes it; the customer's next message reopens it. A chat that is
 * going on in it ends.
 */
export async function closeIn(tx: Tx, ticket: TicketRef, { by }: { by: Actor }): Promise<boolean> {
  const closed = await changeIn(
    tx,
    ticket,
    { status: { not: "closed" } },
    { status: "closed", closedAt: now(), snoozedUntil: null },
  );
  if (!closed) return false;
  await recordTicketEvent(tx, ticket, { type: "closed", by });
  await endChatsIn(tx, ticket, by.kind === "agent" ? "agent" : "silence", { by });
  return true;
}

/** Opens a closed ticket again. */
export async function reopenIn(tx: Tx, ticket: TicketRef, { by }: { by: Actor }): Promise<boolean> {
  const reopened = await changeIn(tx, ticket, { status: "closed" }, { status: "open", closedAt: null });
  if (reopened) await recordTicketEvent(tx, ticket, { type: "reopened", by });
  return reopened;
}

export const closeTicket = (ticket: TicketRef, by: { by: Actor }): Promise<boolean> =>
  db.$transaction((tx) => closeIn(tx, ticket, by));

export const reopenTicket = (ticket: TicketRef, by: { by: Actor }): Promise<boolean> =>
  db.$transaction((tx) => reopenIn(tx, ticket, by));
