import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { silenceTicket } from "../notifications/bell.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { markRead, markUnread } from "../tickets/reading.server.ts";

/** POST: the page has shown the ticket. DELETE: it shall count as unread again. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  if (request.method === "DELETE") await markUnread(ticket, agent);
  else await Promise.all([markRead(ticket, agent), silenceTicket(ticket, agent)]);
  return json({ ok: true });
});
