// A filter as SQL: which tickets it means. The one place that says so, for lists, counts and "all that match".
// Its words (status, priority, channel) were read against closed lists (filter.ts), and are written into the statement.
import { Prisma } from "@prisma/client";
import type { TicketFilter } from "./filter.ts";
import { askedOf, wordsIn } from "./search/conditions.server.ts";
import { readQuery } from "./search/query.ts";
import type { ChannelKind, Priority, Status } from "./ticket.ts";
import type { View } from "./view.ts";

/** Who asks: "me", what is unread and when a day begins are theirs. */
export interface Asker {
  id: string;
  /** IANA */
  timeZone?: string;
}

// Written out, not parameters: the planner must see that a partial index covers them.
const LIVE = Prisma.sql`t."archivedAt" IS NULL AND NOT t.spam AND t."mergedIntoId" IS NULL`;

const WITHIN: Record<View, (asker: Asker) => Prisma.Sql> = {
  "at-risk": () => Prisma.sql`t."riskSince" IS NOT NULL AND ${LIVE}`,
  inbox: () => Prisma.sql`t."waitingOn" = 'us' AND ${LIVE}`,
  mine: ({ id }) => Prisma.sql`t."assigneeId" = ${id}::uuid AND ${LIVE}`,
  unassigned: () => Prisma.sql`t."assigneeId" IS NULL AND ${LIVE}`,
  sent: () => Prisma.sql`t."waitingOn" = 'customer' AND ${LIVE}`,
  snoozed: () => LIVE,
  closed: () => LIVE,
  all: () => LIVE,
  archived: () => Prisma.sql`t."archivedAt" IS NOT NULL AND t."mergedIntoId" IS NULL`,
  spam: () => Prisma.sql`t.spam AND t."archivedAt" IS NULL AND t."mergedIntoId" IS NULL`,
};

/** The status a view has until the status filter says otherwise (row 57). */
const STATUS: Record<View, Prisma.Sql | null> = {
  "at-risk": Prisma.sql`t.status = 'open'`,
  inbox: Prisma.sql`t.status = 'open'`,
  mine: Prisma.sql`t.status = 'open'`,
  unassigned: Prisma.sql`t.status = 'open'`,
  sent: Prisma.sql`t.status = 'open'`,
  snoozed: Prisma.sql`t.status = 'snoozed'`,
  closed: Prisma.sql`t.status = 'closed'`,
  all: null,
  archived: null,
  spam: null,
};

/** The condition on ticket `t` for a filter. `r` must be the asker's TicketRead of it where `unread` is asked for. */
export const matching = (workspace: { id: string }, asker: Asker, filter: TicketFilter): Prisma.Sql =>
  Prisma.join(
    [matchingButWords(workspace, asker, filter), ...wordsIn(workspace, readQuery(filter.search))],
    " AND ",
  );

/** The same without the words that are searched for: what a search holds its finds against. */
export function matchingButWords(workspace: { id: string }, asker: Asker, filter: TicketFilter): Prisma.Sql {
  const { status, assignee, priority, channel, store, label, department, customer } = filter;
  const search = readQuery(filter.search);
  const view = search.view ?? filter.view;
  const saysStatus = search.conditions.some(({ on, not }) => on === "status" && !not);
  const own = saysStatus ? null : STATUS[view];
  const zone = asker.timeZone ?? "UTC";
  const conditions: (Prisma.Sql | null)[] = [
    Prisma.sql`t."workspaceId" = ${workspace.id}::uuid`,
    status.length ? among("status", status) : own,
    WITHIN[view](asker),
    oneOf(
      Prisma.sql`t."assigneeId"`,
      assignee.map((one) => (one === "me" ? asker.id : one)),
    ),
    priority.length ? among("priority", priority) : null,
    channel.length ? among("channel", channel) : null,
    oneOf(Prisma.sql`t."storeId"`, store),
    oneOf(Prisma.sql`t."departmentId"`, department),
    ...label.map(
      (id) => Prisma.sql`EXISTS (SELECT 1 FROM "TicketLabel" l WHERE l."workspaceId" = t."workspaceId"
        AND l."ticketId" = t.id AND l."labelId" = ${id}::uuid)`,
    ),
    customer ? Prisma.sql`t."customerId" = ${customer}::uuid` : null,
    filter.from || filter.to ? openedWithin(asker, filter) : null,
    filter.files ? Prisma.sql`t."hasFiles"` : null,
    filter.unread ? unread : null,
    ...askedOf({ workspaceId: workspace.id, agentId: asker.id, timeZone: zone }, search),
  ];
  return Prisma.join(
    conditions.filter((one) => one !== null),
    " AND ",
  );
}

/** Whether ticket `t` was opened on the filter's days. What was said last was said later: lists stand in that order. */
export function openedWithin({ timeZone = "UTC" }: Asker, { from, to }: TicketFilter): Prisma.Sql {
  const day = Prisma.sql`${from}::date::timestamp AT TIME ZONE ${timeZone}`;
  const begins = Prisma.sql`t."createdAt" >= ${day} AND t."lastMessageAt" >= ${day}`;
  const ends = Prisma.sql`t."createdAt" < (${to}::date + 1)::timestamp AT TIME ZONE ${timeZone}`;
  return from && to ? Prisma.sql`${begins} AND ${ends}` : from ? begins : ends;
}

/** Whether ticket `t` is unread by the agent whose TicketRead row `r` is. */
export const unread = Prisma.sql`COALESCE(r."readAt" < COALESCE(t."lastInboundAt", t."createdAt"), t."lastInboundAt" IS NOT NULL)`;

/** What a row of ticket `t` says to the asker alone: unread (with readBy), and whether they began to write on it. */
export const forAsker = ({ id }: Asker): Prisma.Sql => Prisma.sql`
  ${unread} AS unread,
  EXISTS (SELECT 1 FROM "Draft" d WHERE d."workspaceId" = t."workspaceId" AND d."agentId" = ${id}::uuid
    AND d."ticketId" = t.id) AS draft`;

/** The asker's TicketRead of ticket `t`, as `r`. */
export const readBy = ({ id }: Asker): Prisma.Sql => Prisma.sql`
  LEFT JOIN "TicketRead" r ON r."workspaceId" = t."workspaceId" AND r."ticketId" = t.id AND r."agentId" = ${id}::uuid`;

/** One of some words of ours: written out like LIVE, so that a partial index may answer. */
function among(
  column: "status" | "priority" | "channel",
  words: (Status | Priority | ChannelKind)[],
): Prisma.Sql {
  const written = words.map((word) => `'${word}'`);
  return Prisma.raw(
    written.length === 1 ? `t.${column} = ${written[0]}` : `t.${column} IN (${written.join(", ")})`,
  );
}

/** One of some ids, or none ("none"). */
function oneOf(column: Prisma.Sql, values: string[]): Prisma.Sql | null {
  if (!values.length) return null;
  const ids = values.filter((value) => value !== "none");
  const none = Prisma.sql`${column} IS NULL`;
  if (!ids.length) return none;
  const one =
    ids.length === 1 ? Prisma.sql`${column} = ${ids[0]}::uuid` : Prisma.sql`${column} = ANY(${ids}::uuid[])`;
  return ids.length === values.length ? one : Prisma.sql`(${one} OR ${none})`;
}
