import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { readBulk } from "../tickets/bulk/progress.server.ts";
import { stopBulk } from "../tickets/bulk/undo.server.ts";

/** POST leaves the tickets alone that were not reached yet; null when it was a colleague's action. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const { own } = await stopBulk(workspace, agent, params.bulkId);
  return json(own ? await readBulk(workspace, agent, params.bulkId) : null);
});
