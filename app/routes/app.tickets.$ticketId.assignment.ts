import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { assignTicket, unassignTicket } from "../tickets/assignment.server.ts";
import { findTicket } from "../tickets/find.server.ts";

/** POST gives the ticket to the one who asks, DELETE takes it from whoever has it. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const by = { kind: "agent", id: agent.id } as const;
  if (request.method === "DELETE") await unassignTicket(ticket, { by });
  else await assignTicket(ticket, agent.id, { by });
  return json({ ok: true });
});
