// The job that fits a store's models and writes what is expected of each of its buyers. Killed anywhere and run again,
// it goes on: reading and fitting begin anew, writing goes on where it was.
import type { ForecastFit, Prisma } from "@prisma/client";
import { db, holdLock } from "../../db.server.ts";
import { enqueue } from "../../jobs/queue.server.ts";
import { now, SECOND } from "../../lib/clock.ts";
import { qualifies } from "../prediction/qualifies.ts";
import { keepBuyers, readStanding } from "./buyers.server.ts";
import { dropFigures } from "./drop.server.ts";
import { OPEN, type FitProblem } from "./fit-record.ts";
import { weeksToHold } from "./held-out.ts";
import { fitModels } from "./models.server.ts";
import { writeFigures } from "./write-figures.server.ts";

interface StoreRef {
  workspaceId: string;
  storeId: string;
}

/** Shorter than the job's own limit (jobs/catalog.ts). */
const LIMIT = 100 * SECOND;
const TURN = 40 * SECOND;

/** Takes the store's fitting as far as a turn goes. What a store without the app was expected to see is dropped. */
export async function runFit(ref: StoreRef, { lastTry }: { lastTry: boolean }): Promise<void> {
  const { workspaceId, storeId } = ref;
  const store = await db.store.findUnique({
    where: { workspaceId_id: { workspaceId, id: storeId } },
    select: { timeZone: true, uninstalledAt: true },
  });
  const fit = await db.forecastFit.findFirst({ where: { workspaceId, storeId, state: { in: [...OPEN] } } });
  if (store?.uninstalledAt) {
    if (fit) await end(fit, { state: "failed", why: "interrupted" });
    return dropFigures(ref);
  }
  if (!store || !fit) return;
  try {
    const ready = fit.state === "writing" ? fit : await readAndFit(fit, store.timeZone);
    if (ready) await write(ready);
  } catch (error) {
    if (lastTry) await end(fit, { state: "failed", why: "interrupted" });
    throw error;
  }
}

/** Null when it ends here: the store does not qualify, or there is no model for it. */
async function readAndFit(fit: ForecastFit, timeZone: string): Promise<ForecastFit | null> {
  const from = performance.now();
  const { workspaceId, storeId, id: fitId, currency, upTo } = fit;
  const store = { workspaceId, storeId, timeZone, currency };
  await change(fit, { state: "reading" });
  const { history, firstDay } = await readStanding(store, upTo);
  const { qualified, criteria } = qualifies(history);
  const counted = {
    customers: history.customers,
    orders: history.orders,
    criteria: criteria as unknown as Prisma.InputJsonArray,
  };
  if (!qualified) {
    await dropFigures(fit);
    await end(fit, { ...counted, state: "unqualified", workedMs: since(from) });
    return null;
  }
  const weeks = weeksToHold(upTo - firstDay);
  const cut = upTo - 7 * weeks;
  await db.$transaction(
    async (tx) => {
      // Somebody who is being erased must not be written down again.
      await holdLock(tx, `forecast:${storeId}`);
      await keepBuyers(tx, store, { fitId, upTo, cut });
    },
    { timeout: LIMIT },
  );
  await change(fit, { ...counted, state: "fitting" });
  const { held, ...found } = await fitModels({ ...store, customers: history.customers, upTo, cut, weeks });
  const kept = { held: held ? { ...held } : undefined, workedMs: since(from) };
  if ("problem" in found) {
    await end(fit, { ...kept, state: "failed", why: found.problem });
    return null;
  }
  const models = found.models as unknown as Prisma.InputJsonObject;
  return change(fit, { ...kept, models, state: "writing", position: "", done: 0 });
}

async function write(fit: ForecastFit): Promise<void> {
  const from = performance.now();
  const finished = await writeFigures(fit, TURN);
  const workedMs = { increment: since(from) };
  if (finished) return end(fit, { state: "done", workedMs });
  await change(fit, { workedMs });
  const { workspaceId, storeId } = fit;
  await db.$transaction((tx) => enqueue(tx, "fit-forecast", { workspaceId, storeId }));
}

type Change = Prisma.ForecastFitUncheckedUpdateManyInput & { why?: FitProblem };

const change = ({ workspaceId, id }: ForecastFit, data: Change): Promise<ForecastFit> =>
  db.forecastFit.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { ...data, updatedAt: now() },
  });

const KEPT = 30;

/** Older records than the last thirty go, except the one whose figures are shown. */
async function end(fit: ForecastFit, data: Change): Promise<void> {
  await change(fit, { ...data, finishedAt: now(), position: null });
  const { workspaceId, storeId } = fit;
  await db.$executeRaw`
    DELETE FROM "ForecastFit" WHERE "workspaceId" = ${workspaceId}::uuid AND id IN (
      SELECT id FROM (
        SELECT id, row_number() OVER (ORDER BY "startedAt" DESC) AS place,
          row_number() OVER (PARTITION BY state ORDER BY "startedAt" DESC) AS "placeInState"
        FROM "ForecastFit" WHERE "workspaceId" = ${workspaceId}::uuid AND "storeId" = ${storeId}::uuid) listed
      WHERE place > ${KEPT} AND "placeInState" > 1)`;
}

const since = (from: number): number => Math.round(performance.now() - from);
