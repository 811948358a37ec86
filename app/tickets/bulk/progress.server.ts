// How far an action on many tickets has come, and what could not be done.
import { db } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { later, MINUTE, now } from "../../lib/clock.ts";
import { isId } from "../../lib/id.ts";
import { showNumber } from "../ticket.ts";
import {
  isBusy,
  MOST_TICKETS,
  readAction,
  type BulkProgress,
  type BulkState,
  type ItemState,
} from "./action.ts";

type Workspace = { id: string; ticketPrefix: string };

/** How long a finished action is offered for undoing without being asked for. */
const JUST_NOW = 10 * MINUTE;
const MOST_TROUBLES = 100;

/** An agent's own action. Throws not-found. */
export async function readBulk(
  workspace: Workspace,
  agent: { id: string },
  id: string | undefined,
): Promise<BulkProgress> {
  if (!isId(id)) throw new AppError("not-found");
  const workspaceId = workspace.id;
  const [bulk, counted, troubles] = await Promise.all([
    db.bulkAction.findUnique({ where: { workspaceId_id: { workspaceId, id }, agentId: agent.id } }),
    db.bulkItem.groupBy({ by: ["state"], where: { workspaceId, bulkId: id }, _count: true }),
    readTroubles(workspace, id),
  ]);
  const action = bulk && readAction(bulk.action, bulk.args);
  if (!bulk || !action) throw new AppError("not-found");
  const counts = { waiting: 0, done: 0, unchanged: 0, failed: 0, undone: 0, kept: 0 };
  for (const { state, _count } of counted) counts[state as ItemState] = _count;
  return {
    id,
    action,
    all: bulk.filter !== null,
    capped: bulk.filter !== null && bulk.total === MOST_TICKETS,
    state: bulk.state as BulkState,
    total: bulk.total,
    counts,
    troubles,
    createdAt: bulk.createdAt.toISOString(),
  };
}

/** The agent's latest action if it is under way or just finished; null otherwise. */
export async function readLatestBulk(
  workspace: Workspace,
  agent: { id: string },
): Promise<BulkProgress | null> {
  const latest = await db.bulkAction.findFirst({
    where: { workspaceId: workspace.id, agentId: agent.id },
    orderBy: { createdAt: "desc" },
    select: { id: true, state: true, finishedAt: true },
  });
  if (!latest) return null;
  const recent = latest.finishedAt !== null && latest.finishedAt > later(now(), -JUST_NOW);
  return isBusy(latest.state as BulkState) || recent ? readBulk(workspace, agent, latest.id) : null;
}

async function readTroubles({ id: workspaceId, ticketPrefix }: Workspace, bulkId: string) {
  const rows = await db.$queryRaw<{ ticketId: string; number: number | null; reason: string | null }[]>`
    SELECT i."ticketId", t.number, i.reason FROM "BulkItem" i
    LEFT JOIN "Ticket" t ON t."workspaceId" = i."workspaceId" AND t.id = i."ticketId"
    WHERE i."workspaceId" = ${workspaceId}::uuid AND i."bulkId" = ${bulkId}::uuid AND i.state IN ('failed', 'kept')
    ORDER BY i.position LIMIT ${MOST_TROUBLES}`;
  return rows.map(({ ticketId, number, reason }) => ({
    ticketId,
    number: number === null ? null : showNumber(ticketPrefix, number),
    reason: reason ?? "failed",
  }));
}
