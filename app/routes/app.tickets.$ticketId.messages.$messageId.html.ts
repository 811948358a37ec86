import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { readMessageHtml } from "../tickets/message-html.server.ts";

/** The HTML that was left out of the ticket's page (tickets/html-budget.ts), inside JSON: never a document of its own. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  return json({ html: await readMessageHtml(ticket, params.messageId) });
});
