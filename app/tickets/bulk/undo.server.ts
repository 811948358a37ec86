// Many tickets get back what they were; or the rest of them is left alone.
import { db, type Tx } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { isId } from "../../lib/id.ts";
import { AT_ONCE } from "./action.ts";
import { leaveRest, stopIn } from "./stop.server.ts";
import { workOff, type BulkRef } from "./work.server.ts";

/** Undoes an agent's own action; what was not begun yet never will be. Twice is harmless. Throws not-found. */
export async function undoBulk(
  workspace: { id: string },
  agent: { id: string },
  id: string | undefined,
): Promise<void> {
  const ref = { workspaceId: workspace.id, bulkId: id ?? "" };
  const few = await db.$transaction(async (tx) => {
    const bulk = await lockOwn(tx, ref, agent);
    if (bulk.state === "undone" || bulk.state === "undoing") return false;
    await leaveRest(tx, ref);
    await tx.bulkAction.update({
      where: { workspaceId_id: { workspaceId: workspace.id, id: ref.bulkId } },
      data: { state: "undoing", finishedAt: null },
    });
    if (bulk.total > AT_ONCE) await enqueue(tx, "run-bulk", ref);
    return bulk.total <= AT_ONCE;
  });
  if (few) await workOff(ref, { lastTry: true });
}

/** Stops an agent's own action where it is. Throws not-found. */
export const stopBulk = (
  workspace: { id: string },
  agent: { id: string },
  id: string | undefined,
): Promise<void> =>
  db.$transaction(async (tx) => {
    const ref = { workspaceId: workspace.id, bulkId: id ?? "" };
    const bulk = await lockOwn(tx, ref, agent);
    if (bulk.state !== "waiting" && bulk.state !== "running") return;
    await stopIn(tx, ref);
  });

async function lockOwn(tx: Tx, { workspaceId, bulkId: id }: BulkRef, agent: { id: string }) {
  if (!isId(id)) throw new AppError("not-found");
  await tx.$queryRaw`SELECT 1 FROM "BulkAction" WHERE "workspaceId" = ${workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  const bulk = await tx.bulkAction.findUnique({
    where: { workspaceId_id: { workspaceId, id }, agentId: agent.id },
    select: { state: true, total: true },
  });
  if (!bulk) throw new AppError("not-found");
  return bulk;
}
