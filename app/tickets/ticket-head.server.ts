// A ticket without its thread, as one agent sees it.
import type { Identity } from "../customers/customer.ts";
import { reasonOf, type IdentityDetail } from "../customers/identity.ts";
import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { milestoneOf } from "../orders/milestone.ts";
import { wishOf } from "../orders/wish.ts";
import { chatColumn, presentChat, type ChatRow } from "./chat/shown-chat.server.ts";
import { colorOf } from "./label.ts";
import type { TicketHead } from "./thread.server.ts";
import {
  showNumber,
  type ChannelKind,
  type Priority,
  type Status,
  type TicketRef,
  type WaitingOn,
} from "./ticket.ts";

/** Everything above and beside a ticket's messages. Throws not-found. */
export async function readHead(
  workspace: { ticketPrefix: string },
  { workspaceId, id }: TicketRef,
  agent: { id: string },
): Promise<TicketHead> {
  const [row] = await db.$queryRaw<HeadRow[]>`
    SELECT t.id, t.number, t.subject, t.status, t."waitingOn", t.priority, t.channel, t.identity, t."identityReason", t.spam, t.topic,
      t."orderName", t."shopifyOrderId", t."lastMessageId", t."createdAt", t."snoozedUntil", t."snoozedFor", t."riskWish", t."riskOrderName", t."riskSince", t."archivedAt", r."readAt",
      CASE WHEN o."shopifyId" IS NOT NULL THEN json_build_object('name', o.name, 'financial', o.financial,
        'fulfillment', o.fulfillment, 'returnStatus', o."returnStatus", 'deliveredAt', o."deliveredAt",
        'cancelledAt', o."cancelledAt") END AS "shopOrder",
      u.address AS "cameInAt",
      CASE t."identityReason"
        WHEN 'agent' THEN (
          SELECT json_build_object('byName', v.name, 'at', m."vouchedAt")
          FROM "Message" m LEFT JOIN "Agent" v ON v."workspaceId" = m."workspaceId" AND v.id = m."vouchedById"
          WHERE m."workspaceId" = t."workspaceId" AND m."ticketId" = t.id AND m."vouchedAt" IS NOT NULL
          ORDER BY m."vouchedAt" DESC LIMIT 1)
        WHEN 'other-account' THEN (
          SELECT json_build_object('address', m."fromAddress", 'account', m."accountAddress")
          FROM "Message" m
          WHERE m."workspaceId" = t."workspaceId" AND m."ticketId" = t.id AND m.judged = 'other-account'
            AND m."vouchedAt" IS NULL
          ORDER BY m."createdAt" DESC LIMIT 1)
      END AS "identityDetail",
      (SELECT g.id FROM "TicketMerge" g WHERE g."workspaceId" = t."workspaceId" AND g."intoId" = t.id AND g.kind = 'merge'
       ORDER BY g.id DESC LIMIT 1) AS "mergeId",
      json_build_object('id', s.id, 'name', s.name, 'shopDomain', s."shopDomain") AS store,
      CASE WHEN a.id IS NOT NULL THEN json_build_object('id', a.id, 'name', a.name) END AS assignee,
      CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'name', c.name, 'email', c.email,
        'others', (SELECT json_agg(p.value) FROM (
          SELECT p.value FROM "ContactPoint" p WHERE p."workspaceId" = c."workspaceId" AND p."customerId" = c.id
            AND p."removedAt" IS NULL AND p.value IS DISTINCT FROM c.email AND p.value IS DISTINCT FROM c.phone
          ORDER BY p.kind, p."createdAt" LIMIT 5) p)) END AS customer,
      CASE WHEN d.id IS NOT NULL THEN json_build_object('id', d.id, 'name', d.name) END AS department,
      ${chatColumn} AS chat,
      (SELECT json_agg(json_build_object('id', l.id, 'name', l.name, 'color', l.color) ORDER BY x."createdAt", l.id)
       FROM "TicketLabel" x JOIN "Label" l ON l."workspaceId" = x."workspaceId" AND l.id = x."labelId"
       WHERE l."retiredAt" IS NULL AND x."workspaceId" = t."workspaceId" AND x."ticketId" = t.id) AS labels
    FROM "Ticket" t
    JOIN "Store" s ON s."workspaceId" = t."workspaceId" AND s.id = t."storeId"
    LEFT JOIN "Agent" a ON a."workspaceId" = t."workspaceId" AND a.id = t."assigneeId"
    LEFT JOIN "Customer" c ON c."workspaceId" = t."workspaceId" AND c.id = t."customerId"
    LEFT JOIN "Department" d ON d."workspaceId" = t."workspaceId" AND d.id = t."departmentId"
    LEFT JOIN "ShopOrder" o ON o."workspaceId" = t."workspaceId" AND o."storeId" = t."storeId"
      AND o."shopifyId" = substring(t."shopifyOrderId" FROM '\\d+$')
    LEFT JOIN "SupportAddress" u ON u."workspaceId" = t."workspaceId" AND u.id = t."supportAddressId"
    LEFT JOIN "TicketRead" r ON r."workspaceId" = t."workspaceId" AND r."ticketId" = t.id AND r."agentId" = ${agent.id}::uuid
    WHERE t."workspaceId" = ${workspaceId}::uuid AND t.id = ${id}::uuid`;
  if (!row) throw new AppError("not-found");
  return {
    ...row,
    number: showNumber(workspace.ticketPrefix, row.number),
    status: row.status as Status,
    waitingOn: row.waitingOn as WaitingOn,
    priority: row.priority as Priority,
    channel: row.channel as ChannelKind,
    identity: row.identity as Identity,
    identityReason: reasonOf(row.identityReason),
    identityDetail: row.identityDetail ?? {},
    chat: row.chat && presentChat(row.chat),
    labels: (row.labels ?? []).map((label) => ({ ...label, color: colorOf(label.color) })),
    createdAt: row.createdAt.toISOString(),
    snoozedUntil: row.snoozedUntil?.toISOString() ?? null,
    snoozedFor: milestoneOf(row.snoozedFor),
    riskWish: wishOf(row.riskWish),
    riskSince: row.riskSince?.toISOString() ?? null,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    readAt: row.readAt?.toISOString() ?? null,
  };
}

type Times = "snoozedUntil" | "riskSince" | "archivedAt" | "readAt";
type Words = "status" | "waitingOn" | "priority" | "channel" | "identity";
type LooseWords = "snoozedFor" | "riskWish" | "identityReason";

type HeadRow = Omit<
  TicketHead,
  "number" | "createdAt" | "labels" | "chat" | "identityDetail" | Times | Words | LooseWords
> &
  Record<Times, Date | null> &
  Record<Words, string> &
  Record<LooseWords, string | null> & {
    number: number;
    createdAt: Date;
    identityDetail: IdentityDetail | null;
    chat: ChatRow | null;
    labels: { id: string; name: string; color: string }[] | null;
  };
