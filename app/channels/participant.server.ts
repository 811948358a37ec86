import type { Tx } from "../db.server.ts";
import type { TicketRef } from "../tickets/ticket.ts";

/** Whether an agent let this address into the conversation. The ticket's own customer needs no row. */
export async function isParticipant(tx: Tx, ticket: TicketRef, address: string | null): Promise<boolean> {
  if (!address) return false;
  const { workspaceId, id: ticketId } = ticket;
  const row = await tx.ticketParticipant.findUnique({
    where: { workspaceId_ticketId_address: { workspaceId, ticketId, address } },
    select: { address: true },
  });
  return row !== null;
}
