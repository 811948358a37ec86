import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { confirmMismatch } from "../tickets/identity.server.ts";

/** POST: an agent has made sure that the person is who they say. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const by = { kind: "agent", id: agent.id } as const;
  await confirmMismatch(await findTicket(workspace, params.ticketId), { by });
  return json({ ok: true });
});
