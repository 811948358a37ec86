// What colleagues are doing to many tickets right now, for those who may stop it.
import { db } from "../../db.server.ts";
import { mayStopBulks, type Role } from "../../team/roles.ts";
import { readAction, type ActionName } from "./action.ts";

export interface RunningBulk {
  id: string;
  action: ActionName;
  agentName: string;
  total: number;
  done: number;
  /** ISO 8601 */
  createdAt: string;
}

const MOST = 20;

/** The oldest first; empty for whoever may not stop them. */
export async function listRunningBulks(
  workspace: { id: string },
  { role }: { role: Role | null },
): Promise<RunningBulk[]> {
  if (!mayStopBulks(role)) return [];
  const workspaceId = workspace.id;
  const rows = await db.bulkAction.findMany({
    where: { workspaceId, state: { in: ["waiting", "running"] } },
    select: {
      id: true,
      action: true,
      args: true,
      total: true,
      createdAt: true,
      agent: { select: { name: true } },
    },
    orderBy: { createdAt: "asc" },
    take: MOST,
  });
  const waiting = await db.bulkItem.groupBy({
    by: ["bulkId"],
    where: { workspaceId, bulkId: { in: rows.map(({ id }) => id) }, state: "waiting" },
    _count: true,
  });
  const left = new Map(waiting.map(({ bulkId, _count }) => [bulkId, _count]));
  return rows.flatMap(({ id, args, total, agent, createdAt, ...row }) => {
    const action = readAction(row.action, args)?.name;
    if (!action) return [];
    const done = total - (left.get(id) ?? 0);
    return [{ id, action, agentName: agent.name, total, done, createdAt: createdAt.toISOString() }];
  });
}
