// The lists: keyset paging on an index per view, never OFFSET, never a count. One query a page: first which tickets,
// then what their rows show, so that only the rows of the page are looked up elsewhere.
import { Prisma } from "@prisma/client";
import { db } from "../db.server.ts";
import type { TicketFilter } from "./filter.ts";
import { forAsker, matching, readBy, type Asker } from "./matching.server.ts";
import { openedBefore, wasOverBy, wentBeyond } from "./opened-before.server.ts";
import { after, branchesOf, orderBy } from "./order.server.ts";
import { orderOf, urgencyOf } from "./order.ts";
import { looksForWords, readQuery } from "./search/query.ts";
import { searchTickets } from "./search/page.server.ts";
import { gathered, walked } from "./rare.server.ts";
import { presentRow, rowColumns, rowTables, type StoredRow, type TicketRow } from "./row.server.ts";
import type { NamedCustomer } from "./search/similar.server.ts";
import { readCursor, writeCursor, type Cursor } from "./view.ts";

/** A row with what it says to one agent alone. */
export type ListedTicket = TicketRow & ForAsker;

export interface ForAsker {
  unread: boolean;
  /** they have begun to write something on it */
  draft: boolean;
}

export interface TicketList {
  rows: ListedTicket[];
  /** pass as `after` to get the next page; null on the last one */
  next: string | null;
  /** what was searched for instead, as nothing was found of what was asked for */
  search?: string;
  /** of a search for words: what to mark in the rows (search/marks.ts) */
  marks?: string[];
  /** below its last hit: customers with similar names, and their newest tickets */
  similar?: { customers: NamedCustomer[]; rows: ListedTicket[] };
}

export const PAGE = 25;
/** Rows at once: what "Show more" has opened is refreshed in stretches of this many. */
export const MOST_ROWS = 500;

/** A stretch of a list after a cursor, as this agent sees it (what is unread and begun is per agent). */
export async function listTickets(
  workspace: { id: string; ticketPrefix: string },
  asker: Asker,
  filter: TicketFilter,
  from: string | null,
  size = PAGE,
): Promise<TicketList> {
  const cursor = readCursor(from);
  if (looksForWords(readQuery(filter.search)))
    return searchTickets(workspace, asker, filter, { cursor, size });
  const rows = await db.$queryRaw<(StoredRow & ForAsker)[]>`
    SELECT ${rowColumns}, ${forAsker(asker)}
    FROM (${chosen(workspace, asker, filter, cursor, size + 1)}) t ${rowTables}
    ${readBy(asker)}
    ORDER BY ${orderBy(filter)}`;
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return {
    rows: page.map((row) => presentRow(workspace, row)),
    next: rows.length > size && last ? writeCursor(cursorAt(filter, last)) : null,
  };
}

/** The tickets of the stretch. */
function chosen(
  workspace: { id: string },
  asker: Asker,
  filter: TicketFilter,
  cursor: Cursor | null,
  size: number,
): Prisma.Sql {
  const rare = gathered(workspace, asker, filter, { cursor, size });
  const before = openedBefore(asker, filter);
  const tickets = Prisma.sql`SELECT t.* FROM "Ticket" t ${filter.unread ? readBy(asker) : Prisma.empty}`;
  const beyond = (of: TicketFilter) => (cursor ? after(of, cursor) : Prisma.sql`true`);
  const stretches = branchesOf(filter, cursor).map(
    (branch) => Prisma.sql`(
      ${tickets}
      WHERE ${walked(asker, filter)} AND ${matching(workspace, asker, branch)} AND ${beyond(branch)}
        ${before ? Prisma.sql`AND ${wasOverBy(before)}` : Prisma.empty}
      ORDER BY ${orderBy(branch)}
      LIMIT ${size})`,
  );
  if (before)
    // OFFSET 0: found by their lifetimes first and sorted then.
    stretches.push(Prisma.sql`(
      SELECT t.* FROM (
        ${tickets} WHERE ${walked(asker, filter)} AND ${wentBeyond(before)} AND ${matching(workspace, asker, filter)} OFFSET 0) t
      WHERE ${beyond(filter)} ORDER BY ${orderBy(filter)} LIMIT ${size})`);
  const all = rare ? [rare.page, ...stretches] : stretches;
  return Prisma.sql`
    ${rare?.rare ?? Prisma.empty}
    SELECT t.* FROM (${Prisma.join(all, " UNION ALL ")}) t ORDER BY ${orderBy(filter)} LIMIT ${size}`;
}

function cursorAt(filter: TicketFilter, row: StoredRow): Cursor {
  const order = orderOf(filter);
  const at = row[order.by] ?? row.lastMessageAt;
  return { at, id: row.id, ...(order.urgentFirst ? { urgency: urgencyOf(row.priority) } : {}) };
}
