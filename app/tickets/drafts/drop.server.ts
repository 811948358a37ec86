import type { Tx } from "../../db.server.ts";
import type { TicketRef } from "../ticket.ts";

/** What was written has become a message: its draft goes in the same transaction. */
export async function dropDraftOf(
  tx: Tx,
  { workspaceId, id: ticketId }: TicketRef,
  { agentId, requestKey }: { agentId: string; requestKey: string },
): Promise<void> {
  await tx.draft.deleteMany({ where: { workspaceId, agentId, ticketId, requestKey } });
}
