import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { readBody } from "../lib/body.server.ts";
import { changePicture, removePicture } from "../team/picture.server.ts";
import { MOST_BYTES } from "../team/picture.ts";

/** POST makes the body the agent's own picture, DELETE takes it away. For everybody. */
export const action = handled(async ({ request }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const own = { workspaceId: workspace.id, id: agent.id };
  if (request.method === "DELETE") {
    await removePicture(own);
    return json({ url: null });
  }
  return json({ url: await changePicture(own, await readBody(request, MOST_BYTES)) });
});
