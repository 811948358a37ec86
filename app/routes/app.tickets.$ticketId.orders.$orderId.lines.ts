import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { ownerAtTicket } from "../orders/shown/owner.server.ts";
import { readMoreLines } from "../orders/shown/read-order.server.ts";
import { findTicket } from "../tickets/find.server.ts";

/** More lines of an order of the ticket's customer, from `after` on. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  const owner = await ownerAtTicket(await findTicket(workspace, params.ticketId));
  return json(await readMoreLines(owner, params.orderId, new URL(request.url).searchParams.get("after")));
});
