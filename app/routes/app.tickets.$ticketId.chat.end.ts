import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { endChat } from "../tickets/chat/end.server.ts";
import { findTicket } from "../tickets/find.server.ts";

/** POST ends the chat that is going on in a ticket. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  await endChat(await findTicket(workspace, params.ticketId), { by: { kind: "agent", id: agent.id } });
  return json({ ok: true });
});
