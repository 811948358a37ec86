import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { actingOn } from "../orders/actions/acting.server.ts";
import { readOrderState } from "../orders/actions/state.server.ts";
import { listApprovers } from "../team/approvers.server.ts";
import { findTicket } from "../tickets/find.server.ts";

/** An order of the ticket's customer: what can be done to it now, and why not otherwise. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const acting = await actingOn(await findTicket(workspace, params.ticketId), agent);
  const [state, approvers] = await Promise.all([
    readOrderState(acting, params.orderId ?? ""),
    listApprovers(workspace, agent),
  ]);
  return json({ ...state, approvers });
});
