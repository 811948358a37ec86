// The lists: keyset paging on a partial index per view, never OFFSET, never a count.
import { Prisma } from "@prisma/client";
import { db } from "../db.server.ts";
import type { TicketFilter } from "./filter.ts";
import { matching, unread, type Asker } from "./matching.server.ts";
import { presentRow, rowColumns, rowTables, type StoredRow, type TicketRow } from "./row.server.ts";
import { readCursor, writeCursor } from "./view.ts";

export type ListedTicket = TicketRow & { unread: boolean };

export interface TicketList {
  rows: ListedTicket[];
  /** pass as `after` to get the next page; null on the last one */
  next: string | null;
}

export const PAGE = 25;

/** One page of a list, as this agent sees it (unread is per agent). */
export async function listTickets(
  workspace: { id: string; ticketPrefix: string },
  asker: Asker,
  filter: TicketFilter,
  after: string | null,
): Promise<TicketList> {
  const cursor = readCursor(after);
  const [beyond, order] =
    filter.sort === "oldest"
      ? [Prisma.sql`>`, Prisma.sql`t."lastMessageAt", t.id`]
      : [Prisma.sql`<`, Prisma.sql`t."lastMessageAt" DESC, t.id DESC`];
  const rows = await db.$queryRaw<(StoredRow & { unread: boolean })[]>`
    SELECT ${rowColumns}, ${unread} AS unread
    FROM "Ticket" t ${rowTables}
    LEFT JOIN "TicketRead" r ON r."workspaceId" = t."workspaceId" AND r."ticketId" = t.id AND r."agentId" = ${asker.id}::uuid
    WHERE ${matching(workspace, asker, filter)}
      ${cursor ? Prisma.sql`AND (t."lastMessageAt", t.id) ${beyond} (${cursor.at}::timestamptz, ${cursor.id}::uuid)` : Prisma.empty}
    ORDER BY ${order}
    LIMIT ${PAGE + 1}`;
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    rows: page.map((row) => presentRow(workspace, row)),
    next: rows.length > PAGE && last ? writeCursor({ at: last.lastMessageAt, id: last.id }) : null,
  };
}
