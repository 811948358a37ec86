// The list of reactions to an order of a store that changed in what tickets wait for or are about.
import { reviewRisk } from "../tickets/risk-of-order.server.ts";
import { wakeForOrder } from "../tickets/wake-for-order.server.ts";

/** Runs the reactions. Every one reads the order as it is now, and is safe to repeat. */
export async function onOrderChange({
  workspaceId,
  storeId,
  shopifyId,
}: {
  workspaceId: string;
  storeId: string;
  shopifyId: string;
}): Promise<void> {
  await wakeForOrder({ workspaceId, storeId }, shopifyId);
  await reviewRisk({ workspaceId, storeId }, shopifyId);
}
