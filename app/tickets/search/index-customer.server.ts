// A customer's name, addresses or tickets changed: their tickets are found by other words now.
import { db } from "../../db.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { SECOND } from "../../lib/clock.ts";
import { indexTickets } from "./index.server.ts";

const BATCH = 100;
const TURN = 20 * SECOND;

/** Indexes a stretch of their tickets, newest first; what is left is a job of its own. */
export async function indexCustomer(ref: {
  workspaceId: string;
  customerId: string;
  beforeId?: string | undefined;
}): Promise<void> {
  const { workspaceId, customerId } = ref;
  const until = performance.now() + TURN;
  let { beforeId } = ref;
  for (;;) {
    const tickets = await db.ticket.findMany({
      where: { workspaceId, customerId, ...(beforeId ? { id: { lt: beforeId } } : {}) },
      select: { id: true },
      orderBy: { id: "desc" },
      take: BATCH,
    });
    const ids = tickets.map(({ id }) => id);
    await db.$transaction((tx) => indexTickets(tx, workspaceId, ids), { timeout: 60_000 });
    beforeId = ids.at(-1);
    if (ids.length < BATCH) return;
    if (performance.now() > until) break;
  }
  await db.$transaction((tx) => enqueue(tx, "index-customer", { workspaceId, customerId, beforeId }));
}
