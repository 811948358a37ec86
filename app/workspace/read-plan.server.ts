// Which plan a store has at Shopify. Read after install, when Shopify says that it changed, and once a day.
import { askShopify, ShopifyUnavailable } from "../clients/shopify-admin.server.ts";
import { db, type Tx } from "../db.server.ts";
import { recordEvent } from "../events/record.server.ts";
import { enqueue } from "../jobs/queue.server.ts";
import { DAY, HOUR, later, now, SECOND } from "../lib/clock.ts";
import { ACTIVE_SUBSCRIPTIONS, type ActiveSubscriptions } from "./plan.graphql.ts";
import { bestOf, planOf, planOfSubscriptions } from "./plans.ts";

interface StoreRef {
  workspaceId: string;
  storeId: string;
}

/** Asks Shopify, and keeps what the workspace has by it. A store nobody can ask for keeps what it had. */
export async function readPlan({ workspaceId, storeId }: StoreRef): Promise<void> {
  const store = await db.store.findUnique({
    where: { workspaceId_id: { workspaceId, id: storeId } },
    select: { shopDomain: true, uninstalledAt: true },
  });
  if (!store || store.uninstalledAt) return;
  const names = await subscriptionsOf(store.shopDomain);
  if (!names) return;
  await db.$transaction(async (tx) => {
    await tx.store.updateMany({
      where: { workspaceId, id: storeId },
      data: { plan: planOfSubscriptions(names), planReadAt: now() },
    });
    await settlePlan(tx, { workspaceId, storeId });
  });
}

/** Null: there is no token for the store until somebody opens the app in it. */
async function subscriptionsOf(shopDomain: string): Promise<string[] | null> {
  try {
    const { data } = await askShopify<ActiveSubscriptions>(shopDomain, ACTIVE_SUBSCRIPTIONS, {});
    return data.currentAppInstallation.activeSubscriptions.map(({ name }) => name);
  } catch (error) {
    if (error instanceof ShopifyUnavailable && error.problem === "uninstalled") return null;
    throw error;
  }
}

/** The workspace has the best plan of the stores the app is installed in, if there are any. `storeId` is whose word changed it. */
export async function settlePlan(tx: Tx, { workspaceId, storeId }: StoreRef): Promise<void> {
  // Two stores may be read at once: the second sees what the first found.
  await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE id = ${workspaceId}::uuid FOR UPDATE`;
  const stores = await tx.store.findMany({
    where: { workspaceId, uninstalledAt: null },
    select: { plan: true },
  });
  if (!stores.length) return;
  const plan = bestOf(stores.map((store) => planOf(store.plan)));
  const { count } = await tx.workspace.updateMany({
    where: { id: workspaceId, plan: { not: plan } },
    data: { plan },
  });
  if (count === 0) return;
  await recordEvent(tx, workspaceId, {
    type: "plan-changed",
    by: { kind: "shop", id: storeId },
    data: { storeId, plan },
  });
}

const MOST = 500;

/** Asks for a look at the stores nobody has looked at for a day. */
export async function queueDuePlans(): Promise<void> {
  // eslint-disable-next-line samla/tenant-where -- due stores of every workspace
  const due = await db.store.findMany({
    where: {
      uninstalledAt: null,
      OR: [{ planReadAt: null }, { planReadAt: { lt: later(now(), -DAY) } }],
    },
    select: { workspaceId: true, id: true },
    orderBy: { planReadAt: { sort: "asc", nulls: "first" } },
    take: MOST,
  });
  for (const { workspaceId, id } of due) {
    const onceIn = { seconds: HOUR / SECOND, key: id };
    await db.$transaction((tx) => enqueue(tx, "read-plan", { workspaceId, storeId: id }, { onceIn }));
  }
}
