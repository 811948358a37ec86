import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { readCustomerCard } from "../customers/profile.server.ts";
import { findTicket } from "../tickets/find.server.ts";

/** What Shopify knows of the ticket's customer. Asked for by the page after it stands: this one may be slow. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  return json(await readCustomerCard(await findTicket(workspace, params.ticketId)));
});
