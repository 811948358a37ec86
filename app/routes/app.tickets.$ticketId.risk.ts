import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { dismissRisk, judgeLatest } from "../tickets/risk.server.ts";

/** DELETE says that no order is at risk here, POST has it judged again. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  if (request.method === "DELETE") await dismissRisk(ticket, { by: { kind: "agent", id: agent.id } });
  else await judgeLatest(ticket);
  return json({ ok: true });
});
