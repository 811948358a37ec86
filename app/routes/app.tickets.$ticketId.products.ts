import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { actingOn } from "../orders/actions/acting.server.ts";
import { findProducts } from "../orders/products.server.ts";
import { findTicket } from "../tickets/find.server.ts";

/** What the ticket's store sells, by `q`: to be shown in the conversation. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const { store } = await actingOn(await findTicket(workspace, params.ticketId), agent);
  return json({ found: await findProducts(store, new URL(request.url).searchParams.get("q") ?? "") });
});
