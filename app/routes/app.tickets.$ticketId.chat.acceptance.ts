import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { acceptChat } from "../tickets/chat/accept.server.ts";
import { findTicket } from "../tickets/find.server.ts";

/** POST takes the chat that waits in a ticket. Says whose it is now: one of several who press gets it; null: it is over. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const taken = await acceptChat(await findTicket(workspace, params.ticketId), agent);
  return json({ agentId: taken?.agentId ?? null });
});
