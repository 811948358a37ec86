// How a workspace's stores are forecast, for the settings page.
import type { ForecastFit } from "@prisma/client";
import { db } from "../../db.server.ts";
import type { Qualification } from "../prediction/qualifies.ts";
import {
  FIT_STATES,
  fitProblemOf,
  type FitShown,
  type ForecastShown,
  type KeptModels,
} from "./fit-record.ts";
import type { HeldOut } from "./held-out.ts";

/** Of every store the app is installed in, by name. */
export async function listForecasts(workspace: { id: string }): Promise<ForecastShown[]> {
  const workspaceId = workspace.id;
  const stores = await db.store.findMany({
    where: { workspaceId, uninstalledAt: null },
    select: { id: true, name: true, orderSync: { select: { state: true } } },
    orderBy: { name: "asc" },
    take: 200,
  });
  return Promise.all(
    stores.map(async ({ id, name, orderSync }) => {
      const mine = { workspaceId, storeId: id };
      const newest = { orderBy: { startedAt: "desc" as const } };
      const [last, good] = await Promise.all([
        db.forecastFit.findFirst({ where: mine, ...newest }),
        db.forecastFit.findFirst({ where: { ...mine, state: { in: ["done", "unqualified"] } }, ...newest }),
      ]);
      return {
        storeId: id,
        store: name,
        ready: orderSync?.state === "done",
        last: last && shown(last),
        // Since the store did not qualify, no figures are shown.
        good: good?.state === "done" ? shown(good) : null,
      };
    }),
  );
}

const shown = (fit: ForecastFit): FitShown => ({
  state: FIT_STATES.find((known) => known === fit.state) ?? "failed",
  problem: fitProblemOf(fit.why),
  startedAt: fit.startedAt.toISOString(),
  finishedAt: fit.finishedAt?.toISOString() ?? null,
  customers: fit.customers,
  orders: fit.orders,
  done: fit.done,
  workedMs: fit.workedMs,
  criteria: (fit.criteria ?? []) as unknown as Qualification["criteria"],
  held: fit.held as unknown as HeldOut | null,
  values: (fit.models as unknown as KeptModels | null)?.spending.ok ?? false,
});
