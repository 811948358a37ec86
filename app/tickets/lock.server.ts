import type { Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import type { TicketRef } from "./ticket.ts";

/** Locks the ticket until the transaction ends, so that its thread moves one step at a time. Throws not-found. */
export async function lockTicket(tx: Tx, { workspaceId, id }: TicketRef) {
  await tx.$queryRaw`SELECT 1 FROM "Ticket" WHERE "workspaceId" = ${workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  const ticket = await tx.ticket.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { channel: true, waitingOn: true, lastMessageId: true, lastMessageAt: true, mergedIntoId: true },
  });
  // Merged meanwhile: what belongs to it stands elsewhere, and whoever asks again finds where.
  if (!ticket || ticket.mergedIntoId) throw new AppError("not-found");
  return ticket;
}

/** Nobody merges or answers them until the transaction ends; always in the same order. */
export async function lockTickets(tx: Tx, workspaceId: string, ids: string[]): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Ticket" WHERE "workspaceId" = ${workspaceId}::uuid AND id = ANY(${ids}::uuid[])
                     ORDER BY id FOR NO KEY UPDATE`;
}
