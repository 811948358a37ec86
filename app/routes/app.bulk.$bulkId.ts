import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { readBulk } from "../tickets/bulk/progress.server.ts";
import { undoBulk } from "../tickets/bulk/undo.server.ts";

/** How far it has come. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  return json(await readBulk(workspace, agent, params.bulkId));
});

/** DELETE undoes it. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  if (request.method !== "DELETE") throw new AppError("bad-request");
  await undoBulk(workspace, agent, params.bulkId);
  return json(await readBulk(workspace, agent, params.bulkId));
});
