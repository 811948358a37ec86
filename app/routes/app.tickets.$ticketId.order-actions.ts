import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { viewIntents } from "../orders/actions/intent.server.ts";
import { mayApproveOrders } from "../team/roles.ts";
import { findTicket } from "../tickets/find.server.ts";

/** Order actions at the ticket that wait for somebody, or whose end is open. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const intents = await viewIntents(await findTicket(workspace, params.ticketId));
  const mayDecide = mayApproveOrders(agent.role);
  return json({ intents: intents.map((one) => ({ ...one, mine: one.askedById === agent.id })), mayDecide });
});
