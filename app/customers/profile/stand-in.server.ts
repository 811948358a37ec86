// Their latest orders as the mirror has them, for while nothing else is known.
import { Prisma } from "@prisma/client";
import { db } from "../../db.server.ts";
import { adminUrl, type CardOrder } from "../order-row.ts";
import type { InStore } from "./whose.server.ts";

const MOST = 5;

/** The latest five in their store; each half a short stretch of an index. */
export async function mirroredOrders({
  workspaceId,
  store,
  shopifyIds,
  emails,
}: InStore): Promise<CardOrder[]> {
  const latest = (whose: Prisma.Sql) => Prisma.sql`
    (SELECT * FROM "ShopOrder" WHERE "workspaceId" = ${workspaceId}::uuid AND "storeId" = ${store.id}::uuid AND ${whose}
     ORDER BY "processedAt" DESC LIMIT ${MOST})`;
  const rows = await db.$queryRaw<MirrorRow[]>`
    SELECT * FROM (
      ${latest(Prisma.sql`"shopifyCustomerId" = ANY(${shopifyIds}::text[])`)}
      UNION ${latest(Prisma.sql`email = ANY(${emails}::text[])`)}) theirs
    WHERE "workspaceId" = ${workspaceId}::uuid ORDER BY "processedAt" DESC LIMIT ${MOST}`;
  return rows.map((row) => ({
    id: `gid://shopify/Order/${row.shopifyId}`,
    name: row.name,
    createdAt: row.createdAt.toISOString(),
    total: { amount: row.total, currencyCode: row.currency },
    paid: row.financial,
    fulfilled: row.fulfillment,
    returned: row.returnStatus,
    cancelled: row.cancelledAt !== null,
    adminUrl: adminUrl(store.shopDomain, `orders/${row.shopifyId}`),
    items: row.items,
    version: row.updatedAt.toISOString(),
  }));
}

interface MirrorRow {
  shopifyId: string;
  name: string;
  createdAt: Date;
  updatedAt: Date;
  cancelledAt: Date | null;
  financial: string | null;
  fulfillment: string;
  returnStatus: string | null;
  currency: string;
  total: string;
  items: number;
}
