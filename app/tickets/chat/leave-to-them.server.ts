import type { Tx } from "../../db.server.ts";
import type { TicketRef } from "../ticket.ts";
import { isAnswered } from "./chat.ts";

/**
 * Nobody talks in the chat any more, and our word was the last one, by mail too: the ticket is theirs to go on with.
 * Returns whether it is.
 */
export async function leaveToThem(
  tx: Tx,
  { workspaceId, id }: TicketRef,
  chat: { lastAgentAt: Date | null; lastVisitorAt: Date },
): Promise<boolean> {
  if (!isAnswered(chat) || !chat.lastAgentAt) return false;
  const { count } = await tx.ticket.updateMany({
    where: {
      workspaceId,
      id,
      status: "open",
      OR: [{ lastInboundAt: null }, { lastInboundAt: { lte: chat.lastAgentAt } }],
    },
    data: { waitingOn: "customer" },
  });
  return count > 0;
}
