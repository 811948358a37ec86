import type { Tx } from "../db.server.ts";
import type { TicketRef } from "./ticket.ts";

const HOPS = 10;

/** The ticket itself, or the one it was merged into; null when it is gone. */
export async function survivorOf(tx: Tx, { workspaceId, id }: TicketRef): Promise<TicketRef | null> {
  for (let hop = 0, next = id; hop < HOPS; hop++) {
    const ticket = await tx.ticket.findUnique({
      where: { workspaceId_id: { workspaceId, id: next } },
      select: { mergedIntoId: true },
    });
    if (!ticket) return null;
    if (!ticket.mergedIntoId) return { workspaceId, id: next };
    next = ticket.mergedIntoId;
  }
  return null;
}
