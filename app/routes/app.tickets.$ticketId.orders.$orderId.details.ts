import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { ownerAtTicket } from "../orders/shown/owner.server.ts";
import { openOrder } from "../orders/shown/read-order.server.ts";
import { findTicket } from "../tickets/find.server.ts";

/** An order of the ticket's customer, opened in place. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  const owner = await ownerAtTicket(await findTicket(workspace, params.ticketId));
  return json(await openOrder(owner, params.orderId));
});
