// Merged tickets are pointers: whoever finds one means the ticket it leads to.
import type { Tx } from "../db.server.ts";

const HOPS = 100;

/** The ticket that is left of this one; null when there is none any more. */
export async function survivorOf(tx: Tx, workspaceId: string, id: string) {
  for (let hop = 0, next = id; hop < HOPS; hop++) {
    const ticket = await tx.ticket.findUnique({
      where: { workspaceId_id: { workspaceId, id: next } },
      select: {
        id: true,
        number: true,
        storeId: true,
        status: true,
        archivedAt: true,
        identity: true,
        identityReason: true,
        customerId: true,
        orderName: true,
        mergedIntoId: true,
      },
    });
    if (!ticket?.mergedIntoId) return ticket;
    next = ticket.mergedIntoId;
  }
  return null;
}
