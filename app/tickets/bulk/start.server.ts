// One press on many tickets is one action: which tickets is settled when it starts, whatever moves meanwhile.
import { Prisma } from "@prisma/client";
import { db, holdLock, type Tx } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { now } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { readFilter, type TicketFilter } from "../filter.ts";
import { matching, readBy, type Asker } from "../matching.server.ts";
import { mayWakeAt } from "../snooze.ts";
import { AT_ONCE, MOST_MERGED, MOST_TICKETS, type Action } from "./action.ts";
import { workOff } from "./work.server.ts";

export interface BulkDraft {
  by: Asker;
  /** made once per press by the page: the same key does nothing again */
  requestKey: string;
  action: Action;
  /** the tickets by id, or all that a filter's query string means */
  which: { ids: string[] } | { filter: string };
}

/** Writes the action down with its tickets and does it: few at once, many in a job. Throws not-found, invalid. */
export async function startBulk(workspace: { id: string }, draft: BulkDraft): Promise<{ bulkId: string }> {
  const { id, total, earlier } = await db.$transaction((tx) => write(tx, workspace.id, draft), {
    timeout: 60_000,
  });
  if (!earlier && total <= AT_ONCE)
    await workOff({ workspaceId: workspace.id, bulkId: id }, { lastTry: true });
  return { bulkId: id };
}

async function write(tx: Tx, workspaceId: string, { by, requestKey, action, which }: BulkDraft) {
  await holdLock(tx, `bulk:${workspaceId}:${requestKey}`);
  const earlier = await tx.bulkAction.findUnique({
    where: { workspaceId_requestKey: { workspaceId, requestKey } },
    select: { id: true, total: true },
  });
  if (earlier) return { ...earlier, earlier: true };
  await demandKnown(tx, workspaceId, action);
  const id = newId();
  await tx.bulkAction.create({
    data: {
      workspaceId,
      id,
      agentId: by.id,
      requestKey,
      action: action.name,
      args: action.args,
      // Only that it was "all that match": the words of a filter may be a customer's name.
      filter: "filter" in which ? "" : null,
      total: 0,
      createdAt: now(),
    },
  });
  const total =
    "ids" in which
      ? await takeNamed(tx, { workspaceId, id }, which.ids)
      : await takeMatching(tx, { workspaceId, id }, by, readFilter(new URLSearchParams(which.filter)));
  if (action.name === "merge" && (total < 2 || total > MOST_MERGED || !("ids" in which)))
    throw new AppError("invalid", { field: "tickets", most: MOST_MERGED });
  await tx.bulkAction.update({ where: { workspaceId_id: { workspaceId, id } }, data: { total } });
  if (total > AT_ONCE) await enqueue(tx, "run-bulk", { workspaceId, bulkId: id });
  return { id, total, earlier: false };
}

/** Only tickets of this workspace; what else was named does not exist. */
const takeNamed = (tx: Tx, bulk: { workspaceId: string; id: string }, ids: string[]): Promise<number> =>
  tx.$executeRaw`
    INSERT INTO "BulkItem" ("workspaceId", "bulkId", position, "ticketId")
    SELECT t."workspaceId", ${bulk.id}::uuid, row_number() OVER (ORDER BY array_position(${ids}::uuid[], t.id)), t.id
    FROM "Ticket" t WHERE t."workspaceId" = ${bulk.workspaceId}::uuid AND t.id = ANY(${ids}::uuid[])`;

/** In one statement, so that it is what the list showed at one moment; the newest of too many. */
export const takeMatching = (
  tx: Tx,
  bulk: { workspaceId: string; id: string },
  by: Asker,
  filter: TicketFilter,
): Promise<number> => tx.$executeRaw`${snapshot(bulk, by, filter)}`;

/** The statement itself; the bench explains it. */
export const snapshot = (
  bulk: { workspaceId: string; id: string },
  by: Asker,
  filter: TicketFilter,
): Prisma.Sql => Prisma.sql`
  INSERT INTO "BulkItem" ("workspaceId", "bulkId", position, "ticketId")
  SELECT "workspaceId", ${bulk.id}::uuid, row_number() OVER (), id
  FROM (SELECT t."workspaceId", t.id FROM "Ticket" t ${filter.unread || filter.search ? readBy(by) : Prisma.empty}
        WHERE ${matching({ id: bulk.workspaceId }, by, filter)}
        ORDER BY t."lastMessageAt" DESC, t.id DESC LIMIT ${MOST_TICKETS}) chosen`;

/** What is to be put on the tickets must be there. */
async function demandKnown(tx: Tx, workspaceId: string, action: Action): Promise<void> {
  if (action.name === "snooze" && !mayWakeAt(new Date(action.args.until), now()))
    throw new AppError("invalid", { field: "until" });
  const known =
    action.name === "assign"
      ? await tx.agent.findFirst({
          where: { workspaceId, id: action.args.agentId, retiredAt: null, role: { not: null } },
          select: { id: true },
        })
      : action.name === "add-label"
        ? await tx.label.findFirst({
            where: { workspaceId, id: action.args.labelId, retiredAt: null },
            select: { id: true },
          })
        : true;
  if (!known) throw new AppError("not-found");
}
