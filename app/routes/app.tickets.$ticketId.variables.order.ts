import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { readOrderFacts } from "../tickets/macros/facts.server.ts";

/** The order's and its parcel's variables. Asks Shopify, so it may be slow; nothing waits for it. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  return json(await readOrderFacts(await findTicket(workspace, params.ticketId)));
});
