import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { readTicketFacts } from "../tickets/macros/facts.server.ts";

/** What a macro's variables stand for on this ticket, all but the order's. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  return json(await readTicketFacts(workspace, await findTicket(workspace, params.ticketId), agent));
});
