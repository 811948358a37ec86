// Over how much an order action waits for a colleague, store by store, for the settings page.
import { db } from "../db.server.ts";
import { settingAmong } from "./read.server.ts";

export interface OrderLimit {
  storeId: string;
  store: string;
  currency: string;
  /** decimal string; null: nothing waits */
  over: string | null;
}

/** Of every store the app is installed in, by name. */
export async function listOrderLimits(workspace: { id: string }): Promise<OrderLimit[]> {
  const workspaceId = workspace.id;
  const [stores, rows] = await Promise.all([
    db.store.findMany({
      where: { workspaceId, uninstalledAt: null },
      select: { id: true, name: true, currency: true },
      orderBy: { name: "asc" },
      take: 200,
    }),
    db.setting.findMany({ where: { workspaceId, name: "orderActions" }, take: 500 }),
  ]);
  return stores.map(({ id, name, currency }) => {
    const own = rows.filter(({ scope }) => scope === id || scope === "");
    return { storeId: id, store: name, currency, over: settingAmong(own, id, "orderActions").approvalOver };
  });
}
