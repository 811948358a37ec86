// How far the orders of a workspace's stores have been fetched, for the settings page.
import { db } from "../../db.server.ts";
import { SYNC_STATES, problemOf, type OrderSyncShown } from "./sync.ts";

/** Of every store the app is installed in, by name. */
export async function listOrderSyncs(workspace: { id: string }): Promise<OrderSyncShown[]> {
  const stores = await db.store.findMany({
    where: { workspaceId: workspace.id, uninstalledAt: null },
    select: { id: true, name: true, orderSync: true },
    orderBy: { name: "asc" },
    take: 200,
  });
  return stores.map(({ id, name, orderSync: sync }) => ({
    storeId: id,
    store: name,
    state: SYNC_STATES.find((known) => known === sync?.state) ?? null,
    problem: problemOf(sync?.problem ?? null),
    sixtyDays: sync?.startedAt ? !sync.wholeHistory : false,
    done: sync?.done ?? 0,
    total: sync?.total ?? 0,
    checkedAt: sync?.checkedAt?.toISOString() ?? null,
  }));
}
