// A shop of the sandbox whose store is here, and the jobs that keep its orders, done at once.
import { callsWith, makeShop, sandbox } from "./setup/sandbox.ts";
import { setTimeout as wait } from "node:timers/promises";
import { happen, type Happening } from "../sandbox/shopify/order-life.ts";
import type { Shop } from "../sandbox/world/types.ts";
import { db } from "../app/db.server.ts";
import { reconcileOrders } from "../app/orders/mirror/reconcile.server.ts";
import { refreshOrder } from "../app/orders/mirror/refresh.server.ts";
import { syncOrders } from "../app/orders/mirror/sync.server.ts";
import { beginOrderSync } from "../app/workspace/order-sync.server.ts";
import { onOrderChange } from "../app/jobs/on-order-change.server.ts";
import { makeStore, makeWorkspace } from "./factories.ts";
import { signInStore } from "./shopify-session.ts";
import { deliver, type Hook } from "./shopify-webhook.ts";

interface Queued {
  id: string;
  name: string;
  data: { workspaceId: string; storeId: string; shopifyId: string };
}

export async function makeMirror(given: Partial<Shop> = {}) {
  sandbox.state.jobsTakeMs = 20;
  const shop = makeShop(given);
  await signInStore(shop);
  const workspace = await makeWorkspace();
  const store = await makeStore(workspace, { shopDomain: shop.domain });
  const ref = { workspaceId: workspace.id, storeId: store.id };
  const where = { workspaceId_storeId: ref };
  const sync = () => db.orderSync.findUniqueOrThrow({ where });
  const step = () => syncOrders(ref, { lastTry: false });
  return {
    shop,
    workspace,
    store,
    ref,
    sync,
    step,
    orders: () => db.shopOrder.findMany({ where: ref, orderBy: { shopifyId: "asc" } }),
    begin: () => db.$transaction((tx) => beginOrderSync(tx, ref)),
    /** takes steps until it is done, or can't go on */
    async finish() {
      for (let steps = 0; steps < 50; steps++) {
        await step();
        const { state } = await sync();
        if (state === "done" || state === "failed") return state;
        await wait(10);
      }
      return "never";
    },
    reconcile: () => reconcileOrders(ref, { lastTry: false }),
    /** something happens in the shop, and nobody tells */
    happens: (order: string, what: Happening) => happen(sandbox.state, shop, { order, what, quietly: true }),
    /** a webhook is delivered, and all that follows from it is done */
    async hears(hook: Omit<Hook, "shop">) {
      await deliver({ shop: shop.domain, ...hook });
      await this.works();
    },
    /** the jobs about orders that wait are done, and those that come of them */
    async works() {
      for (let jobs = await waiting(ref.storeId); jobs.length; jobs = await waiting(ref.storeId))
        for (const { id, name, data } of jobs) {
          if (name === "refresh-order") await refreshOrder(data);
          else await onOrderChange(data);
          await db.$executeRaw`UPDATE pgboss.job SET state = 'completed' WHERE id = ${id}::uuid`;
        }
    },
    asked: (...words: string[]) => callsWith(shop.domain, ...words).length,
  };
}

const waiting = (storeId: string) => db.$queryRaw<Queued[]>`
  SELECT id::text, name, data FROM pgboss.job
  WHERE name IN ('refresh-order', 'order-changed') AND data->>'storeId' = ${storeId} AND state = 'created'
  ORDER BY name DESC`;
