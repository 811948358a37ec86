// Tickets from before there was search become findable: the newest first, a batch a transaction, from where it stopped.
import { db, type Tx } from "../../db.server.ts";
import { now } from "../../lib/clock.ts";
import { indexTickets } from "./index.server.ts";

const BATCH = 100;

/** How far it is; null when all tickets can be found. */
export async function searchProgress({
  id: workspaceId,
}: {
  id: string;
}): Promise<{ done: number; total: number } | null> {
  const progress = await db.searchProgress.findUnique({ where: { workspaceId } });
  return progress && !progress.doneAt ? { done: progress.done, total: progress.total } : null;
}

/** Goes on for at most about `ms` milliseconds. Returns whether everything is done. */
export async function indexOlderTickets(workspaceId: string, ms: number): Promise<boolean> {
  const until = performance.now() + ms;
  for (;;) {
    const done = await db.$transaction((tx) => indexBatch(tx, workspaceId), { timeout: 60_000 });
    if (done || performance.now() > until) return done;
  }
}

async function indexBatch(tx: Tx, workspaceId: string): Promise<boolean> {
  const [progress] = await tx.$queryRaw<{ beforeId: string | null; doneAt: Date | null }[]>`
    SELECT "beforeId", "doneAt" FROM "SearchProgress" WHERE "workspaceId" = ${workspaceId}::uuid FOR UPDATE`;
  if (!progress || progress.doneAt) return true;
  const total = progress.beforeId ? null : await tx.ticket.count({ where: { workspaceId } });
  const tickets = await tx.ticket.findMany({
    where: { workspaceId, ...(progress.beforeId ? { id: { lt: progress.beforeId } } : {}) },
    select: { id: true },
    orderBy: { id: "desc" },
    take: BATCH,
  });
  const ids = tickets.map(({ id }) => id);
  await indexTickets(tx, workspaceId, ids);
  const done = ids.length < BATCH;
  await tx.searchProgress.update({
    where: { workspaceId },
    data: {
      ...(ids.length ? { beforeId: ids.at(-1) ?? null } : {}),
      ...(total === null ? {} : { total }),
      done: { increment: ids.length },
      doneAt: done ? now() : null,
      updatedAt: now(),
    },
  });
  return done;
}
