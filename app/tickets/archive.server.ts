// Out of every list but one, and gone for good thirty days later. Beside status: archiving is not closing (row 71).
// Repeating either is harmless.
import { db, type Tx } from "../db.server.ts";
import type { Actor } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { now } from "../lib/clock.ts";
import { changeIn } from "./change.server.ts";
import { endChatsIn } from "./chat/end.server.ts";
import type { TicketRef } from "./ticket.ts";

/** Archives a ticket: its thirty days begin. The customer's next message restores and reopens it; its chat is over. */
export async function archiveIn(tx: Tx, ticket: TicketRef, { by }: { by: Actor }): Promise<boolean> {
  const archived = await changeIn(tx, ticket, { archivedAt: null }, { archivedAt: now() });
  if (!archived) return false;
  await recordTicketEvent(tx, ticket, { type: "archived", by });
  await endChatsIn(tx, ticket, by.kind === "agent" ? "agent" : "silence", { by });
  return true;
}

/** Gets a ticket back from the archive, as it was. */
export async function restoreIn(tx: Tx, ticket: TicketRef, { by }: { by: Actor }): Promise<boolean> {
  const restored = await changeIn(tx, ticket, { archivedAt: { not: null } }, { archivedAt: null });
  if (restored) await recordTicketEvent(tx, ticket, { type: "restored", by });
  return restored;
}

export const archiveTicket = (ticket: TicketRef, by: { by: Actor }): Promise<boolean> =>
  db.$transaction((tx) => archiveIn(tx, ticket, by));

export const restoreTicket = (ticket: TicketRef, by: { by: Actor }): Promise<boolean> =>
  db.$transaction((tx) => restoreIn(tx, ticket, by));
