import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { listKnown } from "../orders/shown/from-mirror.server.ts";
import { ownerAtTicket } from "../orders/shown/owner.server.ts";
import { findTicket } from "../tickets/find.server.ts";

/** The latest orders of somebody who is no customer of the store, as our own copies have them: guests' orders. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  const owner = await ownerAtTicket(await findTicket(workspace, params.ticketId));
  const { orders } = await listKnown(owner, { size: 5 });
  return json({ orders: orders.map(({ row }) => row) });
});
