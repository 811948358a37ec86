// The visitors of chats nobody wants to hear from.
import { db } from "../../db.server.ts";

export interface BlockedVisitor {
  id: string;
  /** as they called themselves */
  name: string | null;
  email: string | null;
  byName: string | null;
  /** the ticket they chatted in last */
  ticketId: string;
  number: string;
}

const MOST_LISTED = 500;

/** Those who are blocked, newest first, the newest five hundred. */
export async function listBlockedVisitors(workspace: {
  id: string;
  ticketPrefix: string;
}): Promise<BlockedVisitor[]> {
  const rows = await db.visitor.findMany({
    where: { workspaceId: workspace.id, blockedById: { not: null }, blockedAt: { not: null } },
    select: {
      id: true,
      name: true,
      email: true,
      blockedBy: { select: { name: true } },
      chats: {
        select: { ticketId: true, ticket: { select: { number: true } } },
        orderBy: { startedAt: "desc" },
        take: 1,
      },
    },
    orderBy: { blockedAt: "desc" },
    take: MOST_LISTED,
  });
  return rows.flatMap(({ id, name, email, blockedBy, chats: [chat] }) =>
    chat
      ? {
          id,
          name,
          email,
          byName: blockedBy?.name ?? null,
          ticketId: chat.ticketId,
          number: `${workspace.ticketPrefix}${chat.ticket.number}`,
        }
      : [],
  );
}
