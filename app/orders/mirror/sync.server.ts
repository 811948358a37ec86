// All orders of a store, once: Shopify gathers them into a file (a bulk operation), which is read a stretch a job.
// Stopped anywhere, it goes on where it was; the row says how far it is (docs/decisions/032-order-mirror.md).
import type { OrderSync } from "@prisma/client";
import { askShopify, ShopifyUnavailable } from "../../clients/shopify-admin.server.ts";
import { db } from "../../db.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { now, SECOND } from "../../lib/clock.ts";
import { hasScope, scopesIn } from "./granted.ts";
import type { StoreRef } from "./keep.server.ts";
import { EVERY_ORDER, GATHER, GATHERING, GRANTED } from "./order.graphql.ts";
import { readStretch } from "./read-file.server.ts";
import { askAgainIn, type SyncProblem } from "./sync.ts";
import { changeSync } from "./sync-row.server.ts";

/** Takes the next step, and asks for the one after. `lastTry`: a failure now is what the settings page shows. */
export async function syncOrders(ref: StoreRef, { lastTry }: { lastTry: boolean }): Promise<void> {
  const { workspaceId, storeId } = ref;
  const sync = await db.orderSync.findUnique({
    where: { workspaceId_storeId: { workspaceId, storeId } },
    include: { store: { select: { shopDomain: true, uninstalledAt: true } } },
  });
  if (!sync || sync.store.uninstalledAt) return;
  try {
    if (sync.state === "waiting") await gather(sync, sync.store.shopDomain);
    else if (sync.state === "asked") await lookAfter(sync, sync.store.shopDomain);
    else if (sync.state === "reading") await read(sync, sync.store.shopDomain);
  } catch (error) {
    if (!(error instanceof ShopifyUnavailable)) throw error;
    const forGood = lastTry || error.problem === "refused";
    // No token: there is one again when somebody opens the app in that store. The sweep tries until then.
    const later = error.problem === "uninstalled";
    await changeSync(sync, { problem: error.problem, ...(forGood && !later ? { state: "failed" } : {}) });
    if (!forGood && !later) throw error;
  }
}

interface Gathered {
  bulkOperationRunQuery: {
    bulkOperation: { id: string; createdAt: string } | null;
    userErrors: { code: string | null; message: string }[];
  } | null;
}

/** Shopify is asked to gather the orders. Until it has room for that it is asked again. */
async function gather(sync: OrderSync, shop: string): Promise<void> {
  const granted = await askShopify<unknown>(shop, GRANTED, {});
  const { data } = await askShopify<Gathered>(shop, GATHER, { query: EVERY_ORDER });
  const operation = data.bulkOperationRunQuery?.bulkOperation;
  if (!operation) throw new ShopifyUnavailable("throttled");
  const begun = {
    state: "asked",
    operationId: operation.id,
    startedAt: new Date(operation.createdAt),
    wholeHistory: hasScope(scopesIn(granted.data), "read_all_orders"),
    position: 0,
    done: 0,
    total: 0,
    problem: null,
  };
  if (await changeSync(sync, begun)) await goOn(sync, 1);
}

interface Gathering {
  bulkOperation: {
    status: string;
    errorCode: string | null;
    rootObjectCount: string;
    url: string | null;
  } | null;
}

async function lookAfter(sync: OrderSync, shop: string): Promise<void> {
  const found = await gathered(sync, shop);
  if (found.problem) {
    await changeSync(sync, { state: "failed", problem: found.problem });
  } else if (!found.finished) {
    await changeSync(sync, { total: found.total, problem: null });
    await goOn(sync, askAgainIn((now().getTime() - (sync.startedAt?.getTime() ?? 0)) / SECOND));
  } else if (await changeSync(sync, { state: "reading", total: found.total, problem: null })) {
    await goOn(sync, 0);
  }
}

async function read(sync: OrderSync, shop: string): Promise<void> {
  const { problem, url } = await gathered(sync, shop);
  if (problem) return void (await changeSync(sync, { state: "failed", problem }));
  const finished = url === null || (await readStretch(sync, url));
  if (!finished) return goOn(sync, 0);
  const at = now();
  const whole = {
    state: "done",
    problem: null,
    finishedAt: at,
    seenUntil: sync.startedAt,
    checkedAt: sync.startedAt,
  };
  // What changed while it was gathered and read.
  if (await changeSync(sync, whole, { anyPosition: true }))
    await db.$transaction((tx) => enqueue(tx, "reconcile-orders", refOf(sync)));
}

/** How it is with what Shopify was asked for. */
async function gathered(
  sync: OrderSync,
  shop: string,
): Promise<{ finished: boolean; url: string | null; total: number; problem: SyncProblem | null }> {
  const { data } = await askShopify<Gathering>(shop, GATHERING, { id: sync.operationId });
  const operation = data.bulkOperation;
  const status = operation?.status ?? "EXPIRED";
  return {
    finished: status === "COMPLETED",
    url: operation?.url ?? null,
    total: Number(operation?.rootObjectCount ?? 0),
    problem: operation?.errorCode === "ACCESS_DENIED" ? "refused" : (ENDED_BADLY[status] ?? null),
  };
}

const ENDED_BADLY: Record<string, SyncProblem> = {
  FAILED: "gather",
  CANCELED: "gather",
  EXPIRED: "expired",
};

const refOf = ({ workspaceId, storeId }: StoreRef): StoreRef => ({ workspaceId, storeId });

const goOn = (sync: StoreRef, startAfter: number): Promise<void> =>
  db.$transaction(async (tx) => {
    await enqueue(tx, "sync-orders", refOf(sync), { startAfter });
  });
