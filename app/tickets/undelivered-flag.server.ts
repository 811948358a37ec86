import type { Tx } from "../db.server.ts";
import type { TicketRef } from "./ticket.ts";

/** Keeps the ticket's mark for lists: one of its replies did not arrive (or may not have), and nobody left it at that. */
export async function noteOnTicket(tx: Tx, { workspaceId, id }: TicketRef): Promise<void> {
  const lost = await tx.message.findFirst({
    where: { workspaceId, ticketId: id, delivery: { in: ["failed", "bounced", "unknown"] }, leftAt: null },
    select: { id: true },
  });
  const undelivered = lost !== null;
  await tx.ticket.updateMany({
    where: { workspaceId, id, undelivered: !undelivered },
    data: { undelivered },
  });
}
