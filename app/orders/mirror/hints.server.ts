// What webhooks about orders and customers set going. The order itself is read from Shopify, never from the webhook.
import type { Tx } from "../../db.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { DONE, HINT, type Outcome } from "../../workspace/shop-webhooks-effects.server.ts";
import type { StoreRef } from "./keep.server.ts";

/** One action at Shopify tells of an order several times over: it is read once for those, and once after. */
const TOGETHER = 3;

/** The order is read anew within seconds. */
export async function lookAtOrder(tx: Tx, store: StoreRef, shopifyId: string): Promise<Outcome> {
  const { workspaceId, storeId } = store;
  const onceIn = { seconds: TOGETHER, key: `${storeId}:${shopifyId}`, next: true };
  await enqueue(tx, "refresh-order", { workspaceId, storeId, shopifyId }, { onceIn });
  return HINT;
}

/** Shopify has gathered the orders it was asked for. */
export async function goOnFetching(tx: Tx, { workspaceId, storeId }: StoreRef): Promise<Outcome> {
  await enqueue(tx, "sync-orders", { workspaceId, storeId });
  return HINT;
}

/** Shopify has forgotten a customer: what we knew them by there leads nowhere. */
export async function unlinkCustomer(
  tx: Tx,
  { workspaceId, storeId }: StoreRef,
  shopifyId: string,
): Promise<Outcome> {
  await tx.shopifyCustomer.deleteMany({ where: { workspaceId, storeId, shopifyId } });
  await tx.customerProfile.deleteMany({ where: { workspaceId, storeId, shopifyId } });
  await tx.shopOrder.updateMany({
    where: { workspaceId, storeId, shopifyCustomerId: shopifyId },
    data: { shopifyCustomerId: null },
  });
  return DONE;
}
