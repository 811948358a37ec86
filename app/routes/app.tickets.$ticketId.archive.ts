import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { archiveTicket, restoreTicket } from "../tickets/archive.server.ts";
import { findTicket } from "../tickets/find.server.ts";

/** POST archives, DELETE restores. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const by = { kind: "agent", id: agent.id } as const;
  if (request.method === "DELETE") await restoreTicket(ticket, { by });
  else await archiveTicket(ticket, { by });
  return json({ ok: true });
});
