// The file of a store's orders, read some hundred at a time: those, and how far it is, in one transaction.
import type { OrderSync } from "@prisma/client";
import { readBulkFile } from "../../clients/bulk-file.server.ts";
import { db } from "../../db.server.ts";
import { MINUTE, now, SECOND } from "../../lib/clock.ts";
import { log } from "../../lib/log.server.ts";
import { keepOrders } from "./keep.server.ts";
import { readOrder, type MirroredOrder } from "./shop-order.ts";
import { stepOn } from "./sync-row.server.ts";

const BATCH = 500;
/** Shorter than a job's own limit, so that one that is stopped loses little. */
const TURN = 45 * SECOND;

/** Reads on from where the row is, for a while. Returns whether that was all; false too when somebody else reads. */
export async function readStretch(sync: OrderSync, url: string): Promise<boolean> {
  const until = performance.now() + TURN;
  let at = sync;
  let batch: { orders: MirroredOrder[]; lines: number; next: number } = emptyAt(Number(sync.position));
  for await (const { text, next } of readBulkFile(url, batch.next, AbortSignal.timeout(2 * MINUTE))) {
    const order = text ? readOrder(parsed(text)) : null;
    if (order) batch.orders.push(order);
    else if (text) log.warn({ storeId: sync.storeId }, "a line of the orders' file is no order");
    batch.lines += text ? 1 : 0;
    batch.next = next;
    if (batch.lines < BATCH) continue;
    const on = await keep(at, batch);
    if (!on) return false;
    at = on;
    batch = emptyAt(next);
    if (performance.now() > until) return false;
  }
  return (await keep(at, batch)) !== null;
}

const emptyAt = (next: number) => ({ orders: [] as MirroredOrder[], lines: 0, next });

/** What is in the file is as old as the gathering: whatever a webhook told of since is newer. */
const keep = (
  sync: OrderSync,
  { orders, lines, next }: { orders: MirroredOrder[]; lines: number; next: number },
): Promise<OrderSync | null> =>
  db.$transaction(
    async (tx) => {
      const step = { position: BigInt(next), done: sync.done + lines };
      if (!(await stepOn(tx, sync, { ...step, total: Math.max(sync.total, step.done) }))) return null;
      await keepOrders(tx, sync, orders, sync.startedAt ?? now());
      return { ...sync, ...step };
    },
    { timeout: MINUTE },
  );

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
