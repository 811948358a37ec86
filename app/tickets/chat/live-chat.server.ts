// Which chat a ticket's replies go to: its own, or that of a ticket that was merged into it.
import type { Tx } from "../../db.server.ts";
import type { TicketRef } from "../ticket.ts";
import type { ChatState } from "./chat.ts";

export interface LiveChat {
  workspaceId: string;
  ticketId: string;
  storeId: string;
  visitorId: string;
  state: ChatState;
  offline: boolean;
  acceptedById: string | null;
  lastVisitorAt: Date;
  agentReadAt: Date | null;
  lastAgentAt: Date | null;
  followedUpAt: Date | null;
  goneAt: Date | null;
}

/** The chat that is going on in this ticket, the one heard from last; null for none. */
export async function liveChatOf(tx: Tx, ticket: TicketRef): Promise<LiveChat | null> {
  return (await liveChatsOf(tx, ticket))[0] ?? null;
}

/** All that are going on in it, the one heard from last first. */
export const liveChatsOf = (tx: Tx, { workspaceId, id }: TicketRef): Promise<LiveChat[]> => tx.$queryRaw`
  WITH RECURSIVE here AS (
    SELECT ${id}::uuid AS id
    UNION
    SELECT t.id FROM "Ticket" t JOIN here h ON t."mergedIntoId" = h.id
    WHERE t."workspaceId" = ${workspaceId}::uuid)
  SELECT c."workspaceId", c."ticketId", c."storeId", c."visitorId", c.state, c.offline, c."acceptedById",
    c."lastVisitorAt", c."agentReadAt", c."lastAgentAt", c."followedUpAt", v."goneAt"
  FROM here JOIN "Chat" c ON c."workspaceId" = ${workspaceId}::uuid AND c."ticketId" = here.id
  JOIN "Visitor" v ON v."workspaceId" = c."workspaceId" AND v.id = c."visitorId"
  WHERE c.state <> 'ended' ORDER BY c."lastVisitorAt" DESC`;
