// The one writer of ShopOrder: webhooks, the back-fill, reconciling and our own order actions all end here. An older
// version never overwrites a newer one, however late it comes (docs/decisions/032-order-mirror.md).
import type { Tx } from "../../db.server.ts";
import { enqueueMany } from "../../jobs/queue.server.ts";
import type { MirroredOrder } from "./shop-order.ts";

export interface StoreRef {
  workspaceId: string;
  storeId: string;
}

/** Keeps an order as Shopify showed it at `readAt`. Returns whether anything about it is new. */
export const keepOrder = async (
  tx: Tx,
  store: StoreRef,
  order: MirroredOrder,
  readAt: Date,
): Promise<boolean> => (await keepOrders(tx, store, [order], readAt)) > 0;

/**
 * The same for many, in one statement. Orders that tickets may be about and that changed in what matters to them get
 * a job each, in the same transaction. Returns how many were new or newer than what was here.
 */
export async function keepOrders(
  tx: Tx,
  { workspaceId, storeId }: StoreRef,
  orders: MirroredOrder[],
  readAt: Date,
): Promise<number> {
  const rows = [...new Map(orders.map((order) => [order.shopifyId, order])).values()];
  // In one order, so that two who keep the same ones never wait for each other in a ring.
  rows.sort((one, other) => (one.shopifyId < other.shopifyId ? -1 : 1));
  const kept = await tx.$queryRaw<{ shopifyId: string; told: boolean }[]>`
    WITH kept AS (
      INSERT INTO "ShopOrder" AS held (
        "workspaceId", "storeId", "shopifyId", name, email, phone, "shopifyCustomerId", "createdAt", "processedAt",
        "updatedAt", "cancelledAt", "closedAt", financial, fulfillment, "returnStatus", "onHold", "deliveredAt",
        "sentAt", "refundedAt", currency, total, refunded, items, test, "readAt")
      SELECT ${workspaceId}::uuid, ${storeId}::uuid, "shopifyId", name, email, phone, "shopifyCustomerId", "createdAt",
        "processedAt", "updatedAt", "cancelledAt", "closedAt", financial, fulfillment, "returnStatus", "onHold",
        "deliveredAt", "sentAt", "refundedAt", currency, total, refunded, items, test, ${readAt}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS o(
        "shopifyId" text, name text, email text, phone text, "shopifyCustomerId" text, "createdAt" timestamptz,
        "processedAt" timestamptz, "updatedAt" timestamptz, "cancelledAt" timestamptz, "closedAt" timestamptz,
        financial text, fulfillment text, "returnStatus" text, "onHold" boolean, "deliveredAt" timestamptz,
        "sentAt" timestamptz, "refundedAt" timestamptz, currency text, total text, refunded text, items integer, test boolean)
      ON CONFLICT ("workspaceId", "storeId", "shopifyId") DO UPDATE SET
        name = excluded.name, email = excluded.email, phone = excluded.phone,
        "shopifyCustomerId" = excluded."shopifyCustomerId", "createdAt" = excluded."createdAt",
        "processedAt" = excluded."processedAt", "updatedAt" = excluded."updatedAt",
        "cancelledAt" = excluded."cancelledAt", "closedAt" = excluded."closedAt", financial = excluded.financial,
        fulfillment = excluded.fulfillment, "returnStatus" = excluded."returnStatus", "onHold" = excluded."onHold",
        "deliveredAt" = excluded."deliveredAt", "sentAt" = excluded."sentAt", "refundedAt" = excluded."refundedAt", currency = excluded.currency, total = excluded.total,
        refunded = excluded.refunded, items = excluded.items, test = excluded.test, "readAt" = excluded."readAt"
      WHERE (excluded."updatedAt", excluded."readAt") > (held."updatedAt", held."readAt")
      RETURNING *)
    SELECT kept."shopifyId",
      (before."shopifyId" IS NULL
        OR (kept."cancelledAt", kept.financial, kept.fulfillment, kept."returnStatus", kept."deliveredAt", kept.refunded)
          IS DISTINCT FROM (before."cancelledAt", before.financial, before.fulfillment, before."returnStatus",
            before."deliveredAt", before.refunded))
      AND (EXISTS (SELECT 1 FROM "Ticket" t WHERE t."workspaceId" = kept."workspaceId" AND t."storeId" = kept."storeId"
            AND t."shopifyOrderId" = 'gid://shopify/Order/' || kept."shopifyId")
        OR EXISTS (SELECT 1 FROM "Ticket" t WHERE t."workspaceId" = kept."workspaceId" AND t."storeId" = kept."storeId"
            AND t."riskOrderId" = kept."shopifyId")
        OR (before."shopifyId" IS NULL AND kept."cancelledAt" IS NULL AND kept.fulfillment <> 'FULFILLED'
          AND EXISTS (SELECT 1 FROM "ContactPoint" c WHERE c."workspaceId" = kept."workspaceId" AND c.kind = 'email' AND c."removedAt" IS NULL
            AND c.value = kept.email))) AS told
    -- Seen as it was before this statement.
    FROM kept LEFT JOIN "ShopOrder" before USING ("workspaceId", "storeId", "shopifyId")`;
  const told = kept.filter((order) => order.told);
  if (told.length)
    await enqueueMany(
      tx,
      "order-changed",
      told.map(({ shopifyId }) => ({ workspaceId, storeId, shopifyId })),
    );
  return kept.length;
}

/** Takes an order out that Shopify has no more, if it was placed since. Returns whether it was here. */
export async function dropOrder(
  tx: Tx,
  { workspaceId, storeId }: StoreRef,
  shopifyId: string,
  since: Date,
): Promise<boolean> {
  const { count } = await tx.shopOrder.deleteMany({
    where: { workspaceId, storeId, shopifyId, createdAt: { gte: since } },
  });
  if (count) await enqueueMany(tx, "order-changed", [{ workspaceId, storeId, shopifyId }]);
  return count > 0;
}
