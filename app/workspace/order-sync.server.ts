// A store's orders are to be fetched from Shopify: orders/mirror/ does it.
import type { Tx } from "../db.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { now } from "../lib/clock.ts";

/** Fetches all of them, from the beginning. What is here stays meanwhile. */
export async function beginOrderSync(
  tx: Tx,
  { workspaceId, storeId }: { workspaceId: string; storeId: string },
): Promise<void> {
  const fresh = {
    state: "waiting",
    problem: null,
    operationId: null,
    position: 0,
    done: 0,
    total: 0,
    updatedAt: now(),
  };
  await tx.orderSync.upsert({
    where: { workspaceId_storeId: { workspaceId, storeId } },
    create: { workspaceId, storeId, ...fresh },
    update: fresh,
  });
  await enqueue(tx, "sync-orders", { workspaceId, storeId });
}
