// Many tickets get back what they were; or the rest of them is left alone.
import { db, type Tx } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { recordEvent } from "../../events/record.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { isId } from "../../lib/id.ts";
import { mayStopBulks, roleOf } from "../../team/roles.ts";
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

/**
 * Stops an action where it is: one's own, and those who look after the team anybody's. Says whether it was their own.
 * Throws not-found.
 */
export const stopBulk = (
  workspace: { id: string },
  agent: { id: string; role: string | null },
  id: string | undefined,
): Promise<{ own: boolean }> =>
  db.$transaction(async (tx) => {
    const ref = { workspaceId: workspace.id, bulkId: id ?? "" };
    const anybodys = mayStopBulks(roleOf(agent.role));
    const bulk = await lockOwn(tx, ref, anybodys ? null : agent);
    const own = bulk.agentId === agent.id;
    if (bulk.state !== "waiting" && bulk.state !== "running") return { own };
    await stopIn(tx, ref);
    if (!own) {
      const data = { bulkId: ref.bulkId, action: bulk.action, name: bulk.agent.name };
      await recordEvent(tx, workspace.id, {
        type: "bulk-stopped",
        by: { kind: "agent", id: agent.id },
        data,
      });
    }
    return { own };
  });

/** `agent` null: anybody's. */
async function lockOwn(tx: Tx, { workspaceId, bulkId: id }: BulkRef, agent: { id: string } | null) {
  if (!isId(id)) throw new AppError("not-found");
  await tx.$queryRaw`SELECT 1 FROM "BulkAction" WHERE "workspaceId" = ${workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE`;
  const bulk = await tx.bulkAction.findUnique({
    where: { workspaceId_id: { workspaceId, id }, ...(agent ? { agentId: agent.id } : {}) },
    select: { state: true, total: true, action: true, agentId: true, agent: { select: { name: true } } },
  });
  if (!bulk) throw new AppError("not-found");
  return bulk;
}
