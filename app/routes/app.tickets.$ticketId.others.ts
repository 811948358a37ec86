import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { listOtherTickets } from "../tickets/others.server.ts";
import { readCursor } from "../tickets/view.ts";

/** The customer's other tickets, a page of them (`?after=…`). */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const after = readCursor(new URL(request.url).searchParams.get("after"));
  return json(await listOtherTickets(workspace, ticket, after));
});
