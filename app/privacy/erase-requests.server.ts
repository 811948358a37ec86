import type { Tx } from "../db.server.ts";
import type { StoreOfDuty } from "./person.server.ts";

const REQUESTS = 20;

/** Erases a batch of the requests a store sent to several customers. Returns how many went. */
export async function eraseRequestBatch(tx: Tx, { workspaceId, storeId }: StoreOfDuty): Promise<number> {
  const requests = await tx.newRequest.findMany({
    where: { workspaceId, storeId },
    select: { id: true },
    take: REQUESTS,
  });
  const ids = requests.map(({ id }) => id);
  await tx.newRequestRecipient.deleteMany({ where: { workspaceId, requestId: { in: ids } } });
  const { count } = await tx.newRequest.deleteMany({ where: { workspaceId, id: { in: ids } } });
  return count;
}
