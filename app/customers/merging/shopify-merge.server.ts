// The store's own staff made one customer of two at Shopify: the one that is kept takes over what we tied to the other.
import type { Tx } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { DONE, type Outcome } from "../../workspace/shop-webhooks-effects.server.ts";
import { lookAtCustomer } from "../profile/refresh.server.ts";
import { mergeIn } from "./merge.server.ts";

interface Place {
  workspaceId: string;
  storeId: string;
}

/** Two of our customers who were those two become one as well: by the shop's word, and undoable as any merge. */
export async function followShopifyMerge(
  tx: Tx,
  place: Place,
  ids: { keptId: string; deletedId: string },
): Promise<Outcome> {
  const { workspaceId, storeId } = place;
  const { keptId, deletedId } = ids;
  const links = await tx.shopifyCustomer.findMany({
    where: { workspaceId, storeId, shopifyId: { in: [keptId, deletedId] } },
  });
  const kept = links.find(({ shopifyId }) => shopifyId === keptId);
  const deleted = links.find(({ shopifyId }) => shopifyId === deletedId);
  await tx.shopifyCustomer.deleteMany({ where: { workspaceId, storeId, shopifyId: deletedId } });
  await tx.customerProfile.deleteMany({ where: { workspaceId, storeId, shopifyId: deletedId } });
  await tx.shopOrder.updateMany({
    where: { workspaceId, storeId, shopifyCustomerId: deletedId },
    data: { shopifyCustomerId: keptId },
  });
  if (deleted && !kept) await tx.shopifyCustomer.create({ data: { ...deleted, shopifyId: keptId } });
  if (deleted && kept && deleted.customerId !== kept.customerId)
    await mergeOurs(tx, place, { fromId: deleted.customerId, intoId: kept.customerId });
  await lookAtCustomer(tx, place, keptId);
  return DONE;
}

/** One with too much to be moved at once, or merged meanwhile, is left to agents. */
async function mergeOurs(tx: Tx, { workspaceId, storeId }: Place, ids: { fromId: string; intoId: string }) {
  try {
    const by = { kind: "shop", id: storeId } as const;
    await mergeIn(tx, { workspaceId, ...ids }, false, { by });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}
