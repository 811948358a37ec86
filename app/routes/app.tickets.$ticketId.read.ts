import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { markRead } from "../tickets/thread.server.ts";

/** The page has shown the ticket. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  await markRead(await findTicket(workspace, params.ticketId), agent);
  return json({ ok: true });
});
