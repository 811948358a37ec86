import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { undoCustomerMerge } from "../customers/merging/unmerge.server.ts";
import { AppError } from "../errors.ts";

/** DELETE makes two customers of one again. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  if (request.method !== "DELETE") throw new AppError("bad-request");
  return json(await undoCustomerMerge(workspace, params.mergeId, { by: { kind: "agent", id: agent.id } }));
});
