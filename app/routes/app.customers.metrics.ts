import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { chooseMetrics } from "../customers/events/chosen.server.ts";
import { readMetrics } from "../customers/events/metrics.ts";
import { readForm } from "../lib/form.server.ts";

/** POST keeps which of customers' events (`metrics`, none: all) the agent looks at. */
export const action = handled(async ({ request }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const { metrics = "" } = await readForm(request);
  await chooseMetrics({ workspaceId: workspace.id, agentId: agent.id }, readMetrics(metrics));
  return json({ ok: true });
});
