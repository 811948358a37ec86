// The lists: one partial index per view, newest first, keyset paging (never OFFSET, never a count).
import type { Identity } from "../customers/customer.ts";
import { Prisma } from "@prisma/client";
import { db } from "../db.server.ts";
import type { ChannelKind, Priority, Status } from "./ticket.ts";
import { readCursor, writeCursor, type View } from "./view.ts";

export interface TicketRow {
  id: string;
  number: string;
  subject: string;
  preview: string;
  customerName: string | null;
  customerAddress: string | null;
  channel: ChannelKind;
  storeName: string;
  status: Status;
  priority: Priority;
  identity: Identity;
  assigneeName: string | null;
  orderName: string | null;
  /** ISO 8601 */
  lastMessageAt: string;
  unread: boolean;
}

export interface TicketList {
  rows: TicketRow[];
  /** pass as `after` to get the next page; null on the last one */
  next: string | null;
}

export const PAGE = 25;

/** One page of a view, as this agent sees it (unread is per agent). */
export async function listTickets(
  workspace: { id: string; ticketPrefix: string },
  agent: { id: string },
  view: View,
  after: string | null,
): Promise<TicketList> {
  const cursor = readCursor(after);
  const rows = await db.$queryRaw<Row[]>`
    SELECT t.id, t.number, t.subject, t.preview, t.channel, t.status, t.priority, t.identity, t."orderName",
           t."lastMessageAt", c.name AS "customerName", c.email AS "customerAddress", s.name AS "storeName",
           a.name AS "assigneeName",
           t."lastInboundAt" IS NOT NULL AND (r."readAt" IS NULL OR r."readAt" < t."lastInboundAt") AS unread
    FROM "Ticket" t
    JOIN "Store" s ON s."workspaceId" = t."workspaceId" AND s.id = t."storeId"
    LEFT JOIN "Customer" c ON c."workspaceId" = t."workspaceId" AND c.id = t."customerId"
    LEFT JOIN "Agent" a ON a."workspaceId" = t."workspaceId" AND a.id = t."assigneeId"
    LEFT JOIN "TicketRead" r ON r."workspaceId" = t."workspaceId" AND r."ticketId" = t.id AND r."agentId" = ${agent.id}::uuid
    WHERE t."workspaceId" = ${workspace.id}::uuid AND ${CONDITION[view]}
      ${cursor ? Prisma.sql`AND (t."lastMessageAt", t.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : Prisma.empty}
    ORDER BY t."lastMessageAt" DESC, t.id DESC
    LIMIT ${PAGE + 1}`;
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    rows: page.map((row) => present(workspace, row)),
    next: rows.length > PAGE && last ? writeCursor({ at: last.lastMessageAt, id: last.id }) : null,
  };
}

// Written out, not parameters: the planner must see that a partial index covers them.
const LIVE = Prisma.sql`t."archivedAt" IS NULL AND NOT t.spam AND t."mergedIntoId" IS NULL`;
const CONDITION: Record<View, Prisma.Sql> = {
  inbox: Prisma.sql`t.status = 'open' AND t."waitingOn" = 'us' AND ${LIVE}`,
  sent: Prisma.sql`t.status = 'open' AND t."waitingOn" = 'customer' AND ${LIVE}`,
  closed: Prisma.sql`t.status = 'closed' AND ${LIVE}`,
  all: LIVE,
};

type Row = Omit<TicketRow, "number" | "lastMessageAt"> & { number: number; lastMessageAt: Date };

const present = (workspace: { ticketPrefix: string }, row: Row): TicketRow => ({
  ...row,
  number: `${workspace.ticketPrefix}${row.number}`,
  lastMessageAt: row.lastMessageAt.toISOString(),
});
