import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { closeTicket, reopenTicket } from "../tickets/lifecycle.server.ts";

/** POST closes, DELETE reopens. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const by = { kind: "agent", id: agent.id } as const;
  if (request.method === "DELETE") await reopenTicket(ticket, { by });
  else await closeTicket(ticket, { by });
  return json({ ok: true });
});
