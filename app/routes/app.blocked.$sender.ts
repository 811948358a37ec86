import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { blockSender, unblockSender } from "../customers/blocked.server.ts";

/** POST sends what this address or "@domain" writes to the spam queue from now on, DELETE hears from them again. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const by = { kind: "agent", id: agent.id } as const;
  if (request.method === "DELETE") await unblockSender(workspace, params.sender, { by });
  else await blockSender(workspace, params.sender, { by });
  return json({ ok: true });
});
