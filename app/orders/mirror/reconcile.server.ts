// Webhooks get lost: every hour Shopify is asked which orders changed since the last time.
import { askShopify, ShopifyUnavailable } from "../../clients/shopify-admin.server.ts";
import { db } from "../../db.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { later, MINUTE, now, SECOND } from "../../lib/clock.ts";
import { keepOrders, type StoreRef } from "./keep.server.ts";
import { ORDERS_CHANGED } from "./order.graphql.ts";
import { readOrder } from "./shop-order.ts";

/** Shopify's search is a little behind what happens. */
const OVERLAP = 2 * MINUTE;
const TURN = 45 * SECOND;

interface Page {
  orders: { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

/** Keeps what changed, a page at a time; what a long absence left is done in several turns. */
export async function reconcileOrders(ref: StoreRef, { lastTry }: { lastTry: boolean }): Promise<void> {
  const { workspaceId, storeId } = ref;
  const sync = await db.orderSync.findUnique({
    where: { workspaceId_storeId: { workspaceId, storeId } },
    include: { store: { select: { shopDomain: true, uninstalledAt: true } } },
  });
  if (sync?.state !== "done" || !sync.seenUntil || sync.store.uninstalledAt) return;
  try {
    const whole = await walk(ref, sync.store.shopDomain, sync.seenUntil);
    if (!whole) await db.$transaction((tx) => enqueue(tx, "reconcile-orders", { workspaceId, storeId }));
  } catch (error) {
    if (!(error instanceof ShopifyUnavailable)) throw error;
    await note(ref, { problem: error.problem });
    if (!lastTry) throw error;
  }
}

/** Returns whether all was seen; false when the turn was over first. */
async function walk(ref: StoreRef, shop: string, since: Date): Promise<boolean> {
  const until = performance.now() + TURN;
  const begun = now();
  const query = `updated_at:>='${later(since, -OVERLAP).toISOString()}'`;
  let after: string | null = null;
  do {
    const readAt = now();
    const { data } = await changedOrders(shop, query, after);
    const orders = data.orders.nodes.map(readOrder).filter((order) => order !== null);
    const { hasNextPage, endCursor } = data.orders.pageInfo;
    after = hasNextPage ? endCursor : null;
    const last = orders.at(-1)?.updatedAt;
    await db.$transaction(async (tx) => {
      await keepOrders(tx, ref, orders, readAt);
      await note(
        ref,
        after ? { seenUntil: last ?? since } : { seenUntil: begun, checkedAt: begun, problem: null },
        tx,
      );
    });
  } while (after && performance.now() < until);
  return after === null;
}

const changedOrders = (shop: string, query: string, after: string | null) =>
  askShopify<Page>(shop, ORDERS_CHANGED, { query, after });

type Note = { seenUntil?: Date; checkedAt?: Date; problem?: string | null };

async function note(
  { workspaceId, storeId }: StoreRef,
  data: Note,
  client = db as Pick<typeof db, "orderSync">,
) {
  await client.orderSync.updateMany({
    where: { workspaceId, storeId, state: "done" },
    data: { ...data, updatedAt: now() },
  });
}
