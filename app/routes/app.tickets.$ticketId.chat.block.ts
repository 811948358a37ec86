import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { blockVisitor, unblockVisitor } from "../tickets/chat/block.server.ts";
import { findTicket } from "../tickets/find.server.ts";

/** POST sends what the visitor of a ticket's chat writes to the spam queue from now on, DELETE hears from them again. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const by = { kind: "agent", id: agent.id } as const;
  if (request.method === "DELETE") await unblockVisitor(ticket, { by });
  else await blockVisitor(ticket, { by });
  return json({ ok: true });
});
