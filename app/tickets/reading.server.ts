// Read and unread, per agent: how far each has read a ticket. No event: it is theirs alone.
import { db, type Tx } from "../db.server.ts";
import { later, now } from "../lib/clock.ts";
import { publishOwnNumbers } from "../live/publish.server.ts";
import { mustExist } from "./change.server.ts";
import { noteAgentRead } from "./chat/agent-read.server.ts";
import type { TicketRef } from "./ticket.ts";

/** Marks the ticket read by this agent, up to now. */
export async function markReadIn(tx: Tx, ticket: TicketRef, agent: { id: string }): Promise<boolean> {
  await mustExist(tx, ticket);
  await noteReadUpTo(tx, ticket, agent.id, now());
  await noteAgentRead(tx, ticket);
  return true;
}

/** Marks the ticket unread for this agent: everything up to the customer's latest message stays read. */
export async function markUnreadIn(tx: Tx, ticket: TicketRef, agent: { id: string }): Promise<boolean> {
  await mustExist(tx, ticket);
  const { workspaceId, id } = ticket;
  const { lastInboundAt, createdAt } = await tx.ticket.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id } },
    select: { lastInboundAt: true, createdAt: true },
  });
  await noteReadUpTo(tx, ticket, agent.id, later(lastInboundAt ?? createdAt, -1));
  return true;
}

export const markRead = (ticket: TicketRef, agent: { id: string }): Promise<boolean> =>
  alone(ticket, agent, markReadIn);

export const markUnread = (ticket: TicketRef, agent: { id: string }): Promise<boolean> =>
  alone(ticket, agent, markUnreadIn);

/** Not a part of something that open pages hear of anyway. */
const alone = (ticket: TicketRef, agent: { id: string }, mark: typeof markReadIn): Promise<boolean> =>
  db.$transaction(async (tx) => {
    const marked = await mark(tx, ticket, agent);
    await publishOwnNumbers(tx, { id: ticket.workspaceId }, agent);
    return marked;
  });

async function noteReadUpTo(
  tx: Tx,
  { workspaceId, id: ticketId }: TicketRef,
  agentId: string,
  readAt: Date,
): Promise<void> {
  const key = { workspaceId, ticketId, agentId };
  // The ticket before its rows, as everywhere: the row's trigger looks at it (docs/decisions/020).
  await tx.$queryRaw`
    SELECT 1 FROM "Ticket" WHERE "workspaceId" = ${workspaceId}::uuid AND id = ${ticketId}::uuid FOR SHARE`;
  await tx.ticketRead.upsert({
    where: { workspaceId_ticketId_agentId: key },
    create: { ...key, readAt },
    update: { readAt },
  });
}
