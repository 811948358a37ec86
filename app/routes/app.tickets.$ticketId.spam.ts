import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { markSpam, restoreFromSpam } from "../tickets/spam.server.ts";

/** POST moves the ticket to the spam queue, DELETE gets it back. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const by = { kind: "agent", id: agent.id } as const;
  if (request.method === "DELETE") await restoreFromSpam(ticket, { by });
  else await markSpam(ticket, { by });
  return json({ ok: true });
});
