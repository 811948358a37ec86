import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { dropUpload } from "../files/uploads.server.ts";

/** Takes a file out of a reply that is not sent yet. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  if (request.method !== "DELETE") throw new AppError("bad-request");
  await dropUpload({ workspaceId: workspace.id, agentId: agent.id }, params.fileId ?? "");
  return json({ ok: true });
});
