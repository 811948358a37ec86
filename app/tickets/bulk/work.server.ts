// Works off an action on many tickets, or its undoing: a stretch per transaction. A worker that is killed has done a
// stretch wholly or not at all, and the next goes on where it was.
import type { BulkAction } from "@prisma/client";
import { db, type Tx } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { recordTogether } from "../../events/record.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { now, SECOND } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { log } from "../../lib/log.server.ts";
import { publish } from "../../live/publish.server.ts";
import { hasRole } from "../../team/agents.server.ts";
import { AT_ONCE, isBusy, readAction, type Action, type BulkState } from "./action.ts";
import { applyIn, findLocked, type AgentActor } from "./apply.server.ts";
import { keepBefore, readBefore, type Found } from "./before.ts";
import { settleItems, type Outcome } from "./settle.server.ts";
import { stopIn } from "./stop.server.ts";
import { takeBackIn } from "./take-back.server.ts";

export interface BulkRef {
  workspaceId: string;
  bulkId: string;
}

/** Tickets per transaction: each stretch shows as progress, and nobody who answers one of them waits long. */
const STRETCH = 200;

/** Well below a job's time; what is left becomes a job of its own. */
const MOST_TIME = 30 * SECOND;

/** Does, or undoes, all that waits. Called again, also side by side, nothing is done twice. */
export async function workOff(ref: BulkRef, { lastTry }: { lastTry: boolean }): Promise<void> {
  const until = performance.now() + MOST_TIME;
  for (let after = 0; ;) {
    const last = await stretch(ref, after, lastTry);
    if (last === null) return finish(ref);
    after = last;
    if (performance.now() > until) {
      await db.$transaction((tx) => enqueue(tx, "run-bulk", ref));
      return;
    }
  }
}

interface Work {
  bulk: BulkAction;
  action: Action;
  by: AgentActor;
  undoing: boolean;
}

interface Item {
  position: number;
  ticketId: string;
  before: unknown;
}

/** The next tickets after a position; returns the last one's, null when none waits any more. */
async function stretch(ref: BulkRef, after: number, lastTry: boolean): Promise<number | null> {
  try {
    return await db.$transaction((tx) => stretchIn(tx, ref, after, STRETCH), { timeout: 60_000 });
  } catch (error) {
    // One of them can't be done: each by itself, so that the others are.
    if (!(error instanceof AppError)) log.warn({ err: error, ...ref }, "bulk stretch failed");
    return oneByOne(ref, after, lastTry);
  }
}

async function stretchIn(tx: Tx, ref: BulkRef, after: number, size: number): Promise<number | null> {
  const work = await readWork(tx, ref);
  if (!work) return null;
  const items = await takeItems(tx, ref, { after, size, state: work.undoing ? "done" : "waiting" });
  if (!items.length) return null;
  const { bulk } = work;
  const outcomes = await recordTogether(tx, markOf(bulk), async () => {
    const ids = [...items.map(({ ticketId }) => ticketId), ...othersOf(work.action)];
    const found = new Map(
      (await findLocked(tx, ref.workspaceId, ids, bulk.agentId)).map((row) => [row.id, row]),
    );
    const done: Outcome[] = [];
    // What was merged last comes off first.
    for (const item of work.undoing ? items.toReversed() : items)
      done.push(await doOne(tx, work, item, found.get(item.ticketId)));
    return done;
  });
  await settleItems(tx, ref, outcomes);
  await publish(tx, { workspaceId: ref.workspaceId, id: newId(), type: "bulk", agentId: bulk.agentId });
  return items.at(-1)?.position ?? null;
}

/** Nobody is told of each of very many. */
const markOf = ({ id, total }: BulkAction) => ({ bulkId: id, ...(total > AT_ONCE ? { bulk: true } : {}) });

/** Locked with the others, in the one order everybody locks tickets in. */
const othersOf = (action: Action): string[] => (action.name === "merge" ? [action.args.into] : []);

async function readWork(tx: Tx, { workspaceId, bulkId }: BulkRef): Promise<Work | null> {
  const bulk = await tx.bulkAction.findUnique({ where: { workspaceId_id: { workspaceId, id: bulkId } } });
  const action = bulk && readAction(bulk.action, bulk.args);
  if (!bulk || !action || !isBusy(bulk.state as BulkState)) return null;
  // Nobody does with ten thousand tickets what they may not do with one any more; giving back is always allowed.
  if (bulk.state !== "undoing" && !(await hasRole(workspaceId, bulk.agentId))) {
    await stopIn(tx, { workspaceId, bulkId });
    return null;
  }
  if (bulk.state === "waiting")
    await tx.bulkAction.updateMany({
      where: { workspaceId, id: bulkId, state: "waiting" },
      data: { state: "running" },
    });
  return { bulk, action, by: { kind: "agent", id: bulk.agentId }, undoing: bulk.state === "undoing" };
}

/** Whoever has one of them first does it; others go past. */
const takeItems = (
  tx: Tx,
  { workspaceId, bulkId }: BulkRef,
  { after, size, state }: { after: number; size: number; state: string },
): Promise<Item[]> => tx.$queryRaw<Item[]>`
  SELECT position, "ticketId", before FROM "BulkItem"
  WHERE "workspaceId" = ${workspaceId}::uuid AND "bulkId" = ${bulkId}::uuid AND position > ${after} AND state = ${state}
  ORDER BY position LIMIT ${size} FOR UPDATE SKIP LOCKED`;

async function doOne(tx: Tx, work: Work, item: Item, found: Found | undefined): Promise<Outcome> {
  const { position } = item;
  const { action, by, undoing } = work;
  const ticket = { workspaceId: work.bulk.workspaceId, id: item.ticketId };
  const missed = undoing ? "kept" : "failed";
  if (!found) return { position, state: missed, reason: "gone", before: null };
  const isMerge = action.name === "merge";
  if (found.mergedIntoId && !isMerge) return { position, state: missed, reason: "merged", before: null };
  // What a customer has written since stays where it is seen.
  if (
    undoing &&
    action.name === "not-spam" &&
    found.lastInboundAt &&
    found.lastInboundAt > work.bulk.createdAt
  )
    return { position, state: missed, reason: "wrote-since", before: null };
  if (undoing) {
    const back = await takeBackIn(tx, ticket, { action, by, before: readBefore(item.before), found });
    return { position, state: back ? "undone" : "kept", reason: back ? null : "changed", before: null };
  }
  const { changed, also } = await applyIn(tx, ticket, { action, by });
  const before = changed ? { ...keepBefore(found), ...also } : null;
  return { position, state: changed ? "done" : "unchanged", reason: null, before };
}

/** The same for one ticket at a time: what can't be done says why, and the rest is done. */
async function oneByOne(ref: BulkRef, after: number, lastTry: boolean): Promise<number | null> {
  for (let at = after, done = 0; ; done++) {
    if (done === STRETCH) return at;
    const next = await attempt(ref, at, lastTry);
    if (next === null) return null;
    at = next;
  }
}

async function attempt(ref: BulkRef, after: number, lastTry: boolean): Promise<number | null> {
  try {
    return await db.$transaction((tx) => stretchIn(tx, ref, after, 1));
  } catch (error) {
    if (!(error instanceof AppError)) {
      if (!lastTry) throw error;
      log.error({ err: error, ...ref, after }, "bulk item failed");
    }
    return giveUp(ref, after, error instanceof AppError ? reasonOf(error) : "failed");
  }
}

const reasonOf = ({ code, detail }: AppError): string =>
  typeof detail.reason === "string" ? detail.reason : code === "not-found" ? "gone" : code;

const giveUp = (ref: BulkRef, after: number, reason: string): Promise<number | null> =>
  db.$transaction(async (tx) => {
    const work = await readWork(tx, ref);
    if (!work) return null;
    const state = work.undoing ? "done" : "waiting";
    const [item] = await takeItems(tx, ref, { after, size: 1, state });
    if (!item) return null;
    const { position } = item;
    await settleItems(tx, ref, [{ position, state: work.undoing ? "kept" : "failed", reason, before: null }]);
    return position;
  });

/** Nothing waits: it is done, or undone. Somebody else may still be at some of it, and then finishes it. */
async function finish({ workspaceId, bulkId }: BulkRef): Promise<void> {
  await db.$transaction(async (tx) => {
    const bulk = await tx.bulkAction.findUnique({ where: { workspaceId_id: { workspaceId, id: bulkId } } });
    if (!bulk || !isBusy(bulk.state as BulkState)) return;
    const undoing = bulk.state === "undoing";
    const open = await tx.bulkItem.findFirst({
      where: { workspaceId, bulkId, state: undoing ? "done" : "waiting" },
      select: { position: true },
    });
    if (open) return;
    await tx.bulkAction.updateMany({
      where: { workspaceId, id: bulkId, state: bulk.state },
      data: { state: undoing ? "undone" : "done", finishedAt: now() },
    });
    await publish(tx, { workspaceId, id: newId(), type: "bulk", agentId: bulk.agentId });
  });
}
