import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { leaveUndelivered, resendMessage } from "../tickets/delivery.server.ts";
import { findTicket } from "../tickets/find.server.ts";

/** Sends a lost message once more (POST), or leaves it at that (DELETE). */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const by = { kind: "agent", id: agent.id } as const;
  if (request.method === "DELETE") await leaveUndelivered(ticket, params.messageId, { by });
  else await resendMessage(ticket, params.messageId, { by });
  return json({ ok: true });
});
