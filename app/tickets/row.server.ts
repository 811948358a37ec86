// A ticket as a list shows it: which columns, and from which tables. One place for lists, search and live pages.
import { Prisma } from "@prisma/client";
import type { Identity } from "../customers/customer.ts";
import type { Milestone } from "../orders/milestone.ts";
import type { Wish } from "../orders/wish.ts";
import type { ChannelKind, Priority, Status, WaitingOn } from "./ticket.ts";

export interface TicketRow {
  id: string;
  number: string;
  subject: string;
  preview: string;
  customerId: string | null;
  customerName: string | null;
  customerAddress: string | null;
  channel: ChannelKind;
  storeId: string;
  storeName: string;
  status: Status;
  waitingOn: WaitingOn;
  priority: Priority;
  identity: Identity;
  spam: boolean;
  assigneeId: string | null;
  assigneeName: string | null;
  departmentId: string | null;
  orderName: string | null;
  /** Label ids, oldest first */
  labels: string[];
  /** there is something to look at beside the text */
  hasFiles: boolean;
  /** a reply did not arrive, or may not have */
  undelivered: boolean;
  /** all times ISO 8601 */
  createdAt: string;
  lastMessageAt: string;
  lastInboundAt: string | null;
  snoozedUntil: string | null;
  archivedAt: string | null;
  /** what of its order a snoozed one waits for */
  snoozedFor: Milestone | null;
  /** an order that has not left, what they want changed about it, and when it was placed */
  riskWish: Wish | null;
  riskOrderName: string | null;
  riskSince: string | null;
  /** how its chat on the storefront stands; null: it is none */
  chat: RowChat | null;
}

export interface RowChat {
  state: "waiting" | "running" | "ended";
  /** left outside hours: nobody waits at their screen */
  offline: boolean;
  /** what its visitor calls themselves */
  name: string | null;
  /** no page of the visitor's is open */
  gone: boolean;
  /** since when somebody waits to be taken, ISO 8601 */
  since: string;
}

/** The columns of a row, of ticket `t` and what rowTables joins to it. */
export const rowColumns = Prisma.sql`
  t.id, t.number, t.subject, t.preview, t."customerId", t.channel, t."storeId", t.status, t."waitingOn", t.priority,
  t.identity, t.spam, t."assigneeId", t."departmentId", t."orderName", t."hasFiles", t.undelivered, t."createdAt",
  t."lastMessageAt", t."lastInboundAt", t."snoozedUntil", t."archivedAt", t."snoozedFor",
  t."riskWish", t."riskOrderName", t."riskSince",
  c.name AS "customerName", c.email AS "customerAddress", s.name AS "storeName", a.name AS "assigneeName",
  ARRAY(SELECT l."labelId" FROM "TicketLabel" l WHERE l."workspaceId" = t."workspaceId" AND l."ticketId" = t.id
        ORDER BY l."createdAt", l."labelId") AS labels,
  CASE WHEN t.channel = 'chat' THEN (
    SELECT json_build_object('state', h.state, 'offline', h.offline, 'name', v.name, 'gone', v."goneAt" IS NOT NULL, 'since', h."startedAt")
    FROM "Chat" h JOIN "Visitor" v ON v."workspaceId" = h."workspaceId" AND v.id = h."visitorId"
    WHERE h."workspaceId" = t."workspaceId" AND h."ticketId" = t.id) END AS chat`;

export const rowTables = Prisma.sql`
  JOIN "Store" s ON s."workspaceId" = t."workspaceId" AND s.id = t."storeId"
  LEFT JOIN "Customer" c ON c."workspaceId" = t."workspaceId" AND c.id = t."customerId"
  LEFT JOIN "Agent" a ON a."workspaceId" = t."workspaceId" AND a.id = t."assigneeId"`;

type Times = "createdAt" | "lastMessageAt";
type LooseTimes = "lastInboundAt" | "snoozedUntil" | "archivedAt" | "riskSince";

/** A row as the database gives it. */
export type StoredRow = Omit<TicketRow, "number" | Times | LooseTimes> & { number: number } & Record<
    Times,
    Date
  > &
  Record<LooseTimes, Date | null>;

/** The row as pages get it. */
export const presentRow = <R extends StoredRow>(workspace: { ticketPrefix: string }, row: R) => ({
  ...row,
  number: `${workspace.ticketPrefix}${row.number}`,
  createdAt: row.createdAt.toISOString(),
  lastMessageAt: row.lastMessageAt.toISOString(),
  lastInboundAt: row.lastInboundAt?.toISOString() ?? null,
  snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
  archivedAt: row.archivedAt?.toISOString() ?? null,
  riskSince: row.riskSince?.toISOString() ?? null,
});
