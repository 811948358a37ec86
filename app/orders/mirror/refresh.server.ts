// One order, as Shopify shows it now.
import { askShopify } from "../../clients/shopify-admin.server.ts";
import { lookAtCustomer } from "../../customers/profile/refresh.server.ts";
import { db, type Tx } from "../../db.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { DAY, later, MINUTE, now, SECOND } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { ORDER_READ } from "../../live/news.ts";
import { publish } from "../../live/publish.server.ts";
import { dropOrder, keepOrder, type StoreRef } from "./keep.server.ts";
import { ORDER_TO_MIRROR } from "./order.graphql.ts";
import { readOrder } from "./shop-order.ts";

/**
 * Keeps the order as it is, or takes it out when Shopify shows none: deleted, another shop's, or older than it lets us
 * see. Throws while Shopify is away: the job tries again.
 */
export async function refreshOrder({ workspaceId, storeId, shopifyId }: StoreRef & { shopifyId: string }) {
  const where = { workspaceId_id: { workspaceId, id: storeId } };
  const store = await db.store.findUnique({ where, select: { shopDomain: true, uninstalledAt: true } });
  if (!store || store.uninstalledAt) return;
  const readAt = now();
  const id = `gid://shopify/Order/${shopifyId}`;
  const { data } = await askShopify<{ order: unknown }>(store.shopDomain, ORDER_TO_MIRROR, { id });
  const order = readOrder(data.order);
  await db.$transaction(async (tx) => {
    if (order) {
      const isNew = await keepOrder(tx, { workspaceId, storeId }, order, readAt);
      if (isNew) await publish(tx, { workspaceId, id: newId(), type: ORDER_READ, orderId: shopifyId });
      // What they have bought is part of who they are.
      if (order.shopifyCustomerId)
        await lookAtCustomer(tx, { workspaceId, storeId }, order.shopifyCustomerId);
    } else if (data.order === null) await drop(tx, { workspaceId, storeId }, shopifyId);
    else throw new Error(`order ${shopifyId} of ${store.shopDomain} is not readable`);
  });
}

/**
 * An order older than sixty days is only out of our sight. Of any other: somebody who read it just before it was
 * deleted may still write it down, so it is looked at once more.
 */
async function drop(tx: Tx, store: StoreRef, shopifyId: string): Promise<void> {
  const { workspaceId, storeId } = store;
  const sync = await tx.orderSync.findUnique({ where: { workspaceId_storeId: { workspaceId, storeId } } });
  const inSight = sync?.wholeHistory ? new Date(0) : later(now(), -SIGHT);
  const dropped = await dropOrder(tx, store, shopifyId, inSight);
  if (dropped) await enqueue(tx, "refresh-order", { ...store, shopifyId }, { startAfter: MINUTE / SECOND });
}

const SIGHT = 59 * DAY;
