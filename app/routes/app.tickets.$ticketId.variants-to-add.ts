import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { actingOn } from "../orders/actions/acting.server.ts";
import { findVariants } from "../orders/actions/variants.server.ts";
import { findTicket } from "../tickets/find.server.ts";

/** What of the ticket's store could be put into an order, by `q`. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const acting = await actingOn(await findTicket(workspace, params.ticketId), agent);
  return json({ found: await findVariants(acting, new URL(request.url).searchParams.get("q") ?? "") });
});
