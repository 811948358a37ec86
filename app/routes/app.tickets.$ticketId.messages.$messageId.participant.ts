import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { addParticipant, removeParticipant } from "../tickets/participants.server.ts";

/** POST lets the sender of a message into the conversation, DELETE takes them out. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const by = { kind: "agent", id: agent.id } as const;
  if (request.method === "DELETE") await removeParticipant(ticket, params.messageId, { by });
  else await addParticipant(ticket, params.messageId, { by });
  return json({ ok: true });
});
