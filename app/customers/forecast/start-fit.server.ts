// A store's models are to be fitted: every night, or because somebody does not want to wait for it.
import { db, type Tx } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { recordEvent } from "../../events/record.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { later, MINUTE, now, SECOND } from "../../lib/clock.ts";
import { newId } from "../../lib/id.ts";
import { hasFeature, PLANS } from "../../workspace/plans.ts";
import { dayAt, nextNight } from "./day.ts";
import { OPEN } from "./fit-record.ts";

interface StoreRef {
  workspaceId: string;
  storeId: string;
}

/** Fits them now, because an agent asked. One that is under way is left to it. Throws "invalid" until the orders are here. */
export const askForFit = (ref: StoreRef, agent: { id: string }): Promise<void> =>
  db.$transaction(async (tx) => {
    const sync = await tx.orderSync.findUnique({
      where: { workspaceId_storeId: ref },
      select: { state: true },
    });
    if (sync?.state !== "done") throw new AppError("invalid");
    if (!(await startFit(tx, ref, agent.id))) return;
    const by = { kind: "agent" as const, id: agent.id };
    await recordEvent(tx, ref.workspaceId, { type: "forecast-asked", by, data: { storeId: ref.storeId } });
  });

/** Begins one, and says when the next is due. False when one is under way. */
async function startFit(tx: Tx, ref: StoreRef, askedById: string | null): Promise<boolean> {
  const { workspaceId, storeId } = ref;
  const store = await tx.store.findUnique({
    where: { workspaceId_id: { workspaceId, id: storeId } },
    select: { timeZone: true, currency: true },
  });
  if (!store) return false;
  const at = now();
  const { timeZone, currency } = store;
  const begun = { id: newId(), state: "waiting", askedById, currency, upTo: dayAt(at, timeZone) };
  const { count } = await tx.forecastFit.createMany({
    data: [{ ...ref, ...begun, startedAt: at, updatedAt: at }],
    skipDuplicates: true,
  });
  await tx.store.updateMany({
    where: { workspaceId, id: storeId },
    data: { forecastDueAt: nextNight(at, timeZone) },
  });
  if (count) await enqueue(tx, "fit-forecast", ref);
  return count > 0;
}

const MOST = 200;
const STUCK = 5 * MINUTE;
const PAID_FOR = PLANS.filter((plan) => hasFeature(plan, "salesStatistics"));

/** Begins what is due, and gives what has lost its job a new one. */
export async function sweepForecasts(): Promise<void> {
  // eslint-disable-next-line samla/tenant-where -- due stores of every workspace
  const due = await db.store.findMany({
    where: {
      uninstalledAt: null,
      OR: [{ forecastDueAt: null }, { forecastDueAt: { lte: now() } }],
      orderSync: { state: "done" },
      workspace: { plan: { in: PAID_FOR } },
    },
    select: { workspaceId: true, id: true },
    orderBy: { forecastDueAt: { sort: "asc", nulls: "first" } },
    take: MOST,
  });
  for (const { workspaceId, id } of due)
    await db.$transaction((tx) => startFit(tx, { workspaceId, storeId: id }, null));
  // eslint-disable-next-line samla/tenant-where -- stuck fittings of every workspace
  const stuck = await db.forecastFit.findMany({
    where: { state: { in: [...OPEN] }, updatedAt: { lt: later(now(), -STUCK) } },
    select: { workspaceId: true, storeId: true },
    take: MOST,
  });
  for (const { workspaceId, storeId } of stuck) {
    const onceIn = { seconds: STUCK / SECOND, key: storeId };
    await db.$transaction((tx) => enqueue(tx, "fit-forecast", { workspaceId, storeId }, { onceIn }));
  }
}
