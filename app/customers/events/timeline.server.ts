// A customer's events, newest first, out of the mirrored orders and the messages of their tickets. Nothing is kept for
// it: both have the indexes to find one person's by.
import { Prisma } from "@prisma/client";
import { db } from "../../db.server.ts";
import type { CustomerRef } from "../find.server.ts";
import { adminUrl } from "../order-row.ts";
import {
  METRICS,
  MOST_EVENTS,
  writePlace,
  type CustomerEvent,
  type EventsPage,
  type Metric,
  type Place,
} from "./metrics.ts";

const PAGE = 30;

/** A page of them, of the metrics that are asked for; none named: of all. */
export async function readEvents(
  customer: CustomerRef,
  metrics: readonly Metric[],
  before: Place | null,
): Promise<EventsPage> {
  const rows = await db.$queryRaw<Row[]>`
    ${eventsOf(customer, metrics, before, PAGE + 1)}
    SELECT page_of.*, s."shopDomain"
    FROM (SELECT * FROM events ORDER BY at DESC, key COLLATE "C" DESC LIMIT ${PAGE + 1}) page_of
    JOIN "Store" s ON s."workspaceId" = ${customer.workspaceId}::uuid AND s.id = page_of."storeId"
    ORDER BY at DESC, key COLLATE "C" DESC`;
  const events = rows.slice(0, PAGE).map(presented);
  const last = events.at(-1);
  return { events, before: rows.length > PAGE && last ? writePlace(last) : null };
}

/** How many there are in all, up to a thousand. */
export async function countEvents(customer: CustomerRef): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    ${eventsOf(customer, [], null, MOST_EVENTS + 1)}
    SELECT count(*)::int AS count FROM (SELECT 1 FROM events LIMIT ${MOST_EVENTS + 1}) counted`;
  return rows[0]?.count ?? 0;
}

interface Row {
  key: string;
  metric: Metric;
  at: Date;
  ours: boolean;
  ticketId: string | null;
  number: number | null;
  subject: string | null;
  orderId: string | null;
  orderName: string | null;
  storeId: string;
  shopDomain: string;
  amount: string | null;
  currency: string | null;
  page: string | null;
}

/**
 * Of an order that was paid back or cancelled the mirror does not hold what it came to when it was placed. Orders are theirs by what they are at Shopify, and by their address. Of every ticket no more messages are read than
 * could be shown.
 */
function eventsOf(
  { workspaceId, id }: CustomerRef,
  metrics: readonly Metric[],
  before: Place | null,
  most: number,
): Prisma.Sql {
  const wanted = metrics.length ? [...metrics] : [...METRICS];
  const until = before?.at ?? new Date("9999-12-31T00:00:00Z");
  const key = before?.key ?? "";
  return Prisma.sql`
    WITH theirs AS (
      SELECT o.* FROM "ShopifyCustomer" c JOIN "ShopOrder" o ON o."workspaceId" = c."workspaceId"
        AND o."storeId" = c."storeId" AND o."shopifyCustomerId" = c."shopifyId"
      WHERE c."workspaceId" = ${workspaceId}::uuid AND c."customerId" = ${id}::uuid
      UNION
      SELECT o.* FROM "ContactPoint" p JOIN "Store" s ON s."workspaceId" = p."workspaceId"
        JOIN "ShopOrder" o ON o."workspaceId" = s."workspaceId" AND o."storeId" = s.id AND o.email = p.value
      WHERE p."workspaceId" = ${workspaceId}::uuid AND p."customerId" = ${id}::uuid AND p.kind = 'email'
        AND p."removedAt" IS NULL
    ), events AS (
      SELECT o."shopifyId" || ':' || what.metric AS key, what.metric, what.at, false AS ours, NULL::uuid AS "ticketId",
        NULL::int AS number, NULL AS subject, o."shopifyId" AS "orderId", o.name AS "orderName", o."storeId",
        what.amount, o.currency, NULL AS page
      FROM theirs o CROSS JOIN LATERAL (VALUES
        ('ordered', o."processedAt", CASE WHEN o."cancelledAt" IS NULL AND o.refunded::numeric = 0 THEN o.total END), ('cancelled', o."cancelledAt", NULL),
        ('refunded', o."refundedAt", o.refunded), ('sent', o."sentAt", NULL), ('delivered', o."deliveredAt", NULL)
      ) AS what(metric, at, amount)
      WHERE what.metric = ANY(${wanted}) AND what.at IS NOT NULL
        AND (what.at, (o."shopifyId" || ':' || what.metric) COLLATE "C") < (${until}, ${key} COLLATE "C")
      UNION ALL
      SELECT m.id::text, m.metric, m."createdAt", m.ours, t.id, t.number, t.subject, NULL, NULL, t."storeId", NULL, NULL,
        m.page
      FROM "Ticket" t CROSS JOIN LATERAL (
        SELECT id, "createdAt", kind = 'outbound' AS ours, page, ${METRIC_OF_MESSAGE} AS metric
        FROM "Message" m
        WHERE m."workspaceId" = t."workspaceId" AND m."ticketId" = t.id AND m.kind IN ('inbound', 'outbound')
          AND m.machine IS NULL AND NOT m.forward AND ${METRIC_OF_MESSAGE} = ANY(${wanted})
          AND (m."createdAt", m.id::text COLLATE "C") < (${until}, ${key} COLLATE "C") AND m."createdAt" <= ${until}
        ORDER BY m."createdAt" DESC, m.id DESC LIMIT ${most}) m
      WHERE t."workspaceId" = ${workspaceId}::uuid AND t."customerId" = ${id}::uuid AND NOT t.spam
    )`;
}

/** A form is answered by mail. */
const METRIC_OF_MESSAGE = Prisma.sql`CASE
  WHEN channel IN ('chat', 'sms') THEN channel
  WHEN kind = 'outbound' THEN 'mailOut'
  WHEN channel = 'form' THEN 'form'
  ELSE 'mailIn' END`;

const presented = ({ at, ticketId, orderId, ...row }: Row): CustomerEvent => ({
  key: row.key,
  metric: row.metric,
  at: at.toISOString(),
  ours: row.ours,
  ticket: ticketId === null ? null : { id: ticketId, number: row.number ?? 0, subject: row.subject ?? "" },
  order:
    orderId === null
      ? null
      : {
          id: orderId,
          name: row.orderName ?? "",
          adminUrl: adminUrl(row.shopDomain, `orders/${orderId}`),
        },
  amount:
    row.amount === null || row.currency === null ? null : { amount: row.amount, currencyCode: row.currency },
  page: row.page,
});
