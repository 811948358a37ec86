import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { isId } from "../lib/id.ts";

export interface StoreChoice {
  id: string;
  name: string;
  shopDomain: string;
  /** whose name stands on what it sends */
  senderName: string;
}

/** The stores of a workspace that can send: those the app is installed in, by name. */
export async function listStores(workspace: { id: string }): Promise<StoreChoice[]> {
  const stores = await db.store.findMany({
    where: { workspaceId: workspace.id, uninstalledAt: null },
    include: { brands: { where: { isDefault: true }, select: { senderName: true } } },
    orderBy: { name: "asc" },
    take: 200,
  });
  return stores.map(({ id, name, shopDomain, brands }) => ({
    id,
    name,
    shopDomain,
    senderName: brands[0]?.senderName ?? name,
  }));
}

/** The store of this workspace, or not-found. */
export async function findStoreOf(
  workspace: { id: string },
  id: string | undefined,
): Promise<{ id: string; shopDomain: string }> {
  if (!isId(id)) throw new AppError("not-found");
  const store = await db.store.findUnique({
    where: { workspaceId_id: { workspaceId: workspace.id, id } },
    select: { id: true, shopDomain: true },
  });
  if (!store) throw new AppError("not-found");
  return store;
}
