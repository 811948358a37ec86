// Stores whose orders are due to be looked after: fetching that has lost its job, and the hourly look for what
// webhooks missed. Raw rows of webhooks that only said where to look are forgotten after a week.
import { db } from "../../db.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { DAY, HOUR, later, MINUTE, now, SECOND } from "../../lib/clock.ts";

const MOST = 500;
const STUCK = 5 * MINUTE;
const KEPT = 7 * DAY;

export async function sweepOrders(): Promise<void> {
  const unfinished = {
    state: { in: ["waiting", "asked", "reading"] },
    updatedAt: { lt: later(now(), -STUCK) },
  };
  for (const store of await storesWith(unfinished)) await ask("sync-orders", store, STUCK);
  const unchecked = { state: "done", checkedAt: { lt: later(now(), -HOUR) } };
  for (const store of await storesWith(unchecked)) await ask("reconcile-orders", store, HOUR / 4);
  await db.$executeRaw`
    DELETE FROM "Received" WHERE ctid IN (
      SELECT ctid FROM "Received"
      WHERE source = 'shopify' AND reason = 'hint' AND "handledAt" < ${later(now(), -KEPT)} LIMIT 5000)`;
}

const storesWith = (where: { state: unknown; updatedAt?: unknown; checkedAt?: unknown }) =>
  // eslint-disable-next-line samla/tenant-where -- due stores of every workspace
  db.orderSync.findMany({
    where: { ...(where as object), store: { uninstalledAt: null } },
    select: { workspaceId: true, storeId: true },
    orderBy: { checkedAt: "asc" },
    take: MOST,
  });

async function ask(
  job: "sync-orders" | "reconcile-orders",
  { workspaceId, storeId }: { workspaceId: string; storeId: string },
  every: number,
): Promise<void> {
  const onceIn = { seconds: every / SECOND, key: storeId };
  await db.$transaction((tx) => enqueue(tx, job, { workspaceId, storeId }, { onceIn }));
}
