import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";

/**
 * Who wants to listen. server.ts asks this for every page that opens a stream, and answers the page itself: through
 * Remix each page would have a web stream of its own, and a slow one could not be told from a quick one.
 */
export const loader = handled(async ({ request }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  return json({ workspaceId: workspace.id, agentId: agent.id });
});
