// Filters that may leave very little of a very long list, all of it far down: a label, the days it was opened on. The
// planner cannot know where in a list they lie, so the statement finds out: what is rare is gathered and sorted, what is
// common is met soon enough on the way through the list.
import { Prisma } from "@prisma/client";
import type { TicketFilter } from "./filter.ts";
import { matching, openedWithin, readBy, type Asker } from "./matching.server.ts";
import { openedBefore } from "./opened-before.server.ts";
import { after, orderBy } from "./order.server.ts";
import type { Cursor } from "./view.ts";

/** So many tickets are gathered in tens of milliseconds. */
const RARE = 10_000;

/** Whether the list's stretches should be walked at all; true where nothing rare is asked for. */
export const walked = (asker: Asker, filter: TicketFilter): Prisma.Sql =>
  mayBeRare(asker, filter) ? Prisma.sql`(SELECT count(*) FROM rare) > ${RARE}` : Prisma.sql`true`;

/** A list that begins with the newest finds its days without walking (opened-before.server.ts). */
const mayBeRare = (asker: Asker, filter: TicketFilter): boolean =>
  filter.label.length > 0 || (filter.to !== null && !openedBefore(asker, filter));

/** The same page out of what is rare, and the WITH that says what that is; null where nothing rare is asked for. */
export function gathered(
  workspace: { id: string },
  asker: Asker,
  filter: TicketFilter,
  { cursor, size }: { cursor: Cursor | null; size: number },
): { rare: Prisma.Sql; page: Prisma.Sql } | null {
  const ids = leftBy(workspace, asker, filter);
  if (!ids) return null;
  return {
    rare: Prisma.sql`WITH rare AS MATERIALIZED (${ids} LIMIT ${RARE + 1})`,
    // OFFSET 0: gathered first and sorted then, not the other way round.
    page: Prisma.sql`(
      SELECT t.* FROM (
        SELECT t.* FROM rare JOIN "Ticket" t ON t."workspaceId" = ${workspace.id}::uuid AND t.id = rare.id
        ${filter.unread ? readBy(asker) : Prisma.empty}
        WHERE (SELECT count(*) FROM rare) <= ${RARE} AND ${matching(workspace, asker, filter)} OFFSET 0) t
      WHERE ${cursor ? after(filter, cursor) : Prisma.sql`true`} ORDER BY ${orderBy(filter)} LIMIT ${size})`,
  };
}

/** Ids of all tickets that have the label, or were opened on the days; null where neither can leave few. */
export function leftBy(workspace: { id: string }, asker: Asker, filter: TicketFilter): Prisma.Sql | null {
  if (!mayBeRare(asker, filter)) return null;
  const [label] = filter.label;
  return label
    ? Prisma.sql`SELECT l."ticketId" AS id FROM "TicketLabel" l
        WHERE l."workspaceId" = ${workspace.id}::uuid AND l."labelId" = ${label}::uuid`
    : Prisma.sql`SELECT t.id FROM "Ticket" t
        WHERE t."workspaceId" = ${workspace.id}::uuid AND ${openedWithin(asker, filter)}`;
}
