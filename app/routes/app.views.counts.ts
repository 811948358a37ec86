import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { countViews } from "../tickets/saved-counts.server.ts";

/** How many tickets the personal views hold, by view id. */
export const loader = handled(async ({ request }: LoaderFunctionArgs) => {
  const { workspace, agent, store } = await requireAgent(request);
  return json(await countViews(workspace, { id: agent.id, timeZone: store.timeZone }));
});
