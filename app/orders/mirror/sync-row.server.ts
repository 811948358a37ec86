// The row that says how far a store's orders have been fetched. Two jobs may work on it at once (a poll, a webhook, a
// rescue): each step holds only if nobody took it meanwhile.
import type { OrderSync, Prisma } from "@prisma/client";
import { db, type Tx } from "../../db.server.ts";
import { now } from "../../lib/clock.ts";

type Change = Prisma.OrderSyncUncheckedUpdateManyInput;

/** Changes the row if it is still where `sync` was read; `anyPosition`: however far its file was read since. */
export const changeSync = async (
  sync: OrderSync,
  data: Change,
  { anyPosition = false }: { anyPosition?: boolean } = {},
): Promise<boolean> => (await stepIn(db, sync, data, anyPosition)) > 0;

/** A step of reading: on from this very position. */
export const stepOn = async (tx: Tx, sync: OrderSync, data: Change): Promise<boolean> =>
  (await stepIn(tx, sync, data, false)) > 0;

async function stepIn(client: Tx, sync: OrderSync, data: Change, anyPosition: boolean): Promise<number> {
  const { workspaceId, storeId, state, operationId, position } = sync;
  const { count } = await client.orderSync.updateMany({
    where: { workspaceId, storeId, state, operationId, ...(anyPosition ? {} : { position }) },
    data: { ...data, updatedAt: now() },
  });
  return count;
}
