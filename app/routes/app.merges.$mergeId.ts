import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { undoMerge } from "../tickets/unmerge.server.ts";

/** DELETE undoes a merge or a split. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  if (request.method !== "DELETE") throw new AppError("bad-request");
  return json(await undoMerge(workspace, params.mergeId, { by: { kind: "agent", id: agent.id } }));
});
