import { db } from "../../db.server.ts";
import { DAY, later, now } from "../../lib/clock.ts";

/** Nobody asks any more what became of it. */
const KEPT = 30 * DAY;
const MOST = 100;
/** Rows of tickets in one go: the next sweep takes the rest. */
const MOST_ITEMS = 20_000;

/** Forgets actions that ended long ago, with what they did to each ticket. */
export async function sweepBulks(): Promise<void> {
  let left = MOST_ITEMS;
  // eslint-disable-next-line samla/tenant-where -- old ones of every workspace
  const ended = await db.bulkAction.findMany({
    where: { finishedAt: { lt: later(now(), -KEPT) } },
    select: { workspaceId: true, id: true },
    orderBy: { finishedAt: "asc" },
    take: MOST,
  });
  for (const { workspaceId, id } of ended) {
    left -= await db.$executeRaw`
      DELETE FROM "BulkItem" WHERE "workspaceId" = ${workspaceId}::uuid AND "bulkId" = ${id}::uuid AND position IN (
        SELECT position FROM "BulkItem" WHERE "workspaceId" = ${workspaceId}::uuid AND "bulkId" = ${id}::uuid
        ORDER BY position LIMIT ${left})`;
    if (left <= 0) return;
    await db.bulkAction.deleteMany({ where: { workspaceId, id, items: { none: {} } } });
  }
}
