// A shop opens the app for the first time: workspace, store, brand and the address its mail arrives at.
import { db, holdLock, type Tx } from "../db.server.ts";
import { SYSTEM } from "../events/event.ts";
import { recordEvent } from "../events/record.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { newToken } from "../lib/token.server.ts";
import { beginOrderSync } from "./order-sync.server.ts";
import { planOf, type Plan } from "./plans.ts";

export interface StoreOfShop {
  workspace: { id: string; name: string; ticketPrefix: string; plan: Plan };
  store: { id: string; name: string; shopDomain: string; timeZone: string; currency: string; locale: string };
}

/** The store of a shop domain, null when the app was never installed there (or is not any more). */
export async function findStore(shopDomain: string): Promise<StoreOfShop | null> {
  const found = await lookUp(db, shopDomain);
  return found && !found.uninstalledAt ? found : null;
}

/** The store of a shop whose staff member has just proven to be in its admin; made on first sight. */
export async function openStore(shopDomain: string): Promise<StoreOfShop> {
  const found = await lookUp(db, shopDomain);
  if (found && !found.uninstalledAt) return found;
  return db.$transaction(async (tx) => {
    await holdLock(tx, `install:${shopDomain}`);
    const again = await lookUp(tx, shopDomain);
    if (!again) await install(tx, shopDomain);
    else if (again.uninstalledAt) await reinstall(tx, again.workspace.id, again.store.id);
    const store = await lookUp(tx, shopDomain);
    if (!store) throw new Error(`no store for ${shopDomain} after install`);
    return store;
  });
}

async function lookUp(
  client: Tx,
  domain: string,
): Promise<(StoreOfShop & { uninstalledAt: Date | null }) | null> {
  const where = await client.shopDomain.findUnique({ where: { domain } });
  if (!where) return null;
  const store = await client.store.findUnique({
    where: { workspaceId_id: { workspaceId: where.workspaceId, id: where.storeId } },
    include: { workspace: { select: { id: true, name: true, ticketPrefix: true, plan: true } } },
  });
  if (!store) return null;
  const { id, name, shopDomain, timeZone, currency, locale, uninstalledAt } = store;
  const workspace = { ...store.workspace, plan: planOf(store.workspace.plan) };
  return { workspace, store: { id, name, shopDomain, timeZone, currency, locale }, uninstalledAt };
}

async function install(tx: Tx, shopDomain: string): Promise<void> {
  const name = shopDomain.replace(".myshopify.com", "");
  const workspaceId = newId();
  const storeId = newId();
  await tx.workspace.create({ data: { id: workspaceId, name } });
  await tx.store.create({
    data: { workspaceId, id: storeId, shopDomain, name, installedAt: now(), publishAskedAt: now() },
  });
  await tx.brand.create({ data: { workspaceId, id: newId(), storeId, name, senderName: name } });
  await tx.shopDomain.create({ data: { domain: shopDomain, workspaceId, storeId } });
  await tx.inboundAddress.create({ data: { token: newToken(), workspaceId, storeId } });
  await recordEvent(tx, workspaceId, { type: "installed", by: SYSTEM, data: { shopDomain } });
  await enqueue(tx, "read-store", { workspaceId, storeId });
  await enqueue(tx, "read-plan", { workspaceId, storeId });
  await enqueue(tx, "publish-storefront", { workspaceId, storeId });
  await beginOrderSync(tx, { workspaceId, storeId });
}

async function reinstall(tx: Tx, workspaceId: string, storeId: string): Promise<void> {
  await tx.store.update({
    where: { workspaceId_id: { workspaceId, id: storeId } },
    // What Shopify kept for the storefront went with the app.
    data: { uninstalledAt: null, installedAt: now(), publishAskedAt: now(), publishedAt: null },
  });
  await recordEvent(tx, workspaceId, { type: "installed", by: SYSTEM, data: { again: true } });
  await enqueue(tx, "read-store", { workspaceId, storeId });
  await enqueue(tx, "read-plan", { workspaceId, storeId });
  await enqueue(tx, "publish-storefront", { workspaceId, storeId });
  // Nobody told us what happened while the app was away.
  await beginOrderSync(tx, { workspaceId, storeId });
}
