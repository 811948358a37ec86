import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { dismissHeldAnswer, sendHeldAnswer } from "../tickets/relay.server.ts";

/** An answer that was kept: POST sends it to the customer, DELETE dismisses it. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  if (request.method !== "DELETE") return json(await sendHeldAnswer(ticket, params.messageId, { by: agent }));
  await dismissHeldAnswer(ticket, params.messageId, { by: agent });
  return json({ ok: true });
});
