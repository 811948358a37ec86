// What stands behind the bell: an agent's own messages, and the workspace's log.
import { Prisma } from "@prisma/client";
import { db } from "../db.server.ts";
import { DAY, later, now } from "../lib/clock.ts";
import { isId } from "../lib/id.ts";
import { publishOwnNumbers } from "../live/publish.server.ts";
import { readCursor, writeCursor } from "../tickets/view.ts";
import type { BellKind } from "./ring.server.ts";

export interface BellItem {
  id: string;
  kind: BellKind;
  ticketId: string;
  number: string;
  subject: string;
  customerName: string | null;
  /** the colleague who did it */
  byName: string | null;
  /** how the message begins, where it is about one */
  text: string | null;
  unread: boolean;
  /** ISO 8601 */
  createdAt: string;
}

export interface LogItem {
  id: string;
  type: string;
  actorKind: string;
  actorName: string | null;
  data: Record<string, unknown>;
  createdAt: string;
}

export interface Page<T> {
  items: T[];
  /** pass as `after`; null on the last page */
  next: string | null;
}

const PAGE = 30;

/** An agent's notifications, newest first. */
export async function listBell(
  workspace: { id: string; ticketPrefix: string },
  agent: { id: string },
  after: string | null,
): Promise<Page<BellItem>> {
  const rows = await db.$queryRaw<
    (Omit<BellItem, "number" | "createdAt"> & { number: number; createdAt: Date })[]
  >`
    SELECT n.id, n.kind, n."ticketId", n."createdAt", n."readAt" IS NULL AS unread, t.number, t.subject,
           c.name AS "customerName", b.name AS "byName", left(coalesce(m.trimmed, m.text), 200) AS text
    FROM "Notification" n
    JOIN "Ticket" t ON t."workspaceId" = n."workspaceId" AND t.id = n."ticketId"
    LEFT JOIN "Customer" c ON c."workspaceId" = t."workspaceId" AND c.id = t."customerId"
    LEFT JOIN "Message" m ON m."workspaceId" = n."workspaceId" AND m.id = n."messageId" AND m."deletedAt" IS NULL
    LEFT JOIN "Event" e ON e."workspaceId" = n."workspaceId" AND e.id = n."eventId"
    LEFT JOIN "Agent" b ON b."workspaceId" = n."workspaceId" AND e."actorKind" = 'agent' AND b.id::text = e."actorId"
    WHERE n."workspaceId" = ${workspace.id}::uuid AND n."agentId" = ${agent.id}::uuid ${beyond("n", after)}
    ORDER BY n."createdAt" DESC, n.id DESC
    LIMIT ${PAGE + 1}`;
  return pageOf(rows, (row) => ({
    ...row,
    number: `${workspace.ticketPrefix}${row.number}`,
    createdAt: row.createdAt.toISOString(),
  }));
}

/** The most that is counted: beyond it the bell says "99+". */
export const MOST_RINGING = 100;

/** In a statement: how many an agent has not seen, at most MOST_RINGING. */
export const ringingOf = (workspace: { id: string }, agentId: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT count(*)::int FROM (
    SELECT 1 FROM "Notification" WHERE "workspaceId" = ${workspace.id}::uuid AND "agentId" = ${agentId}
      AND "readAt" IS NULL LIMIT ${MOST_RINGING}) unseen)`;

/** Marks one of an agent's notifications seen, or all (no id). */
export async function silence(workspace: { id: string }, agent: { id: string }, id?: string): Promise<void> {
  if (id !== undefined && !isId(id)) return;
  await markSeen(workspace, agent, id ? { id } : {});
}

/** Opening a ticket is seeing what the bell said of it. */
export const silenceTicket = (
  ticket: { workspaceId: string; id: string },
  agent: { id: string },
): Promise<void> => markSeen({ id: ticket.workspaceId }, agent, { ticketId: ticket.id });

const markSeen = (
  workspace: { id: string },
  agent: { id: string },
  which: { id?: string; ticketId?: string },
): Promise<void> =>
  db.$transaction(async (tx) => {
    const { count } = await tx.notification.updateMany({
      where: { workspaceId: workspace.id, agentId: agent.id, readAt: null, ...which },
      data: { readAt: now() },
    });
    if (count) await publishOwnNumbers(tx, workspace, agent);
  });

const KEPT = 90 * DAY;
const MOST_SWEPT = 5_000;

/** Removes what is older than ninety days, a batch. */
export async function sweepNotifications(): Promise<void> {
  // eslint-disable-next-line samla/tenant-where -- old ones of every workspace
  await db.$executeRaw`
    DELETE FROM "Notification" WHERE ctid IN (
      SELECT ctid FROM "Notification" WHERE "createdAt" < ${later(now(), -KEPT)} ORDER BY "createdAt" LIMIT ${MOST_SWEPT})`;
}

/** What happened in the workspace, apart from tickets, newest first. */
export async function listLog(workspace: { id: string }, after: string | null): Promise<Page<LogItem>> {
  const rows = await db.$queryRaw<(Omit<LogItem, "createdAt"> & { createdAt: Date })[]>`
    SELECT e.id, e.type, e."actorKind", a.name AS "actorName", e.data, e."createdAt"
    FROM "Event" e
    LEFT JOIN "Agent" a ON a."workspaceId" = e."workspaceId" AND e."actorKind" = 'agent' AND a.id::text = e."actorId"
    WHERE e."workspaceId" = ${workspace.id}::uuid AND e."ticketId" IS NULL ${beyond("e", after)}
    ORDER BY e."createdAt" DESC, e.id DESC
    LIMIT ${PAGE + 1}`;
  return pageOf(rows, (row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

function beyond(alias: "n" | "e", after: string | null): Prisma.Sql {
  const cursor = readCursor(after);
  const table = Prisma.raw(alias);
  return cursor
    ? Prisma.sql`AND (${table}."createdAt", ${table}.id) < (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : Prisma.empty;
}

function pageOf<R extends { id: string; createdAt: Date }, T>(rows: R[], present: (row: R) => T): Page<T> {
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  const more = rows.length > PAGE && last;
  return { items: page.map(present), next: more ? writeCursor({ at: last.createdAt, id: last.id }) : null };
}
