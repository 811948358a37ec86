import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { askForFit } from "../customers/forecast/start-fit.server.ts";
import { AppError } from "../errors.ts";
import { mayFitForecasts } from "../team/roles.ts";
import { hasFeature } from "../workspace/plans.ts";
import { findStoreOf } from "../workspace/stores.server.ts";

/** POST fits what a store's customers will do anew. For managers, where the plan holds it. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  if (!mayFitForecasts(agent.role)) throw new AppError("forbidden");
  const store = await findStoreOf(workspace, params.storeId);
  if (!hasFeature(workspace.plan, "salesStatistics")) throw new AppError("forbidden");
  await askForFit({ workspaceId: workspace.id, storeId: store.id }, agent);
  return json({ ok: true });
});
