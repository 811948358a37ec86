import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { takeBack } from "../tickets/undo.server.ts";

/** Takes back a reply that has not left yet (DELETE). */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  if (request.method !== "DELETE") return new Response(null, { status: 405, headers: { Allow: "DELETE" } });
  return json(await takeBack(ticket, params.messageId, { by: agent }));
});
