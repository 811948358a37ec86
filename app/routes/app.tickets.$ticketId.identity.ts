import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { confirmMismatch, takeBackConfirmation } from "../tickets/identity.server.ts";

/** POST: an agent has made sure that the person is who they say. DELETE: they had not. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const by = { kind: "agent", id: agent.id } as const;
  const ticket = await findTicket(workspace, params.ticketId);
  if (request.method === "DELETE") await takeBackConfirmation(ticket, { by });
  else await confirmMismatch(ticket, { by });
  return json({ ok: true });
});
