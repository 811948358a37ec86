import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { readCounts } from "../tickets/counts.server.ts";

/** How many tickets each standing view holds, and how many the agent has not read. */
export const loader = handled(async ({ request }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  return json(await readCounts(workspace, agent));
});
