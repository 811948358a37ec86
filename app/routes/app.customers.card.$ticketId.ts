import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { cardOfPlan } from "../customers/profile/card-of-plan.ts";
import { freshCardOfTicket } from "../customers/ticket-card.server.ts";
import { findTicket } from "../tickets/find.server.ts";

/**
 * What Shopify knows of the ticket's customer; `?anew` asks it even if that was done a moment ago. Asked for by the page
 * behind what it shows already: this one may be slow.
 */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  const anew = new URL(request.url).searchParams.has("anew");
  const card = await freshCardOfTicket(await findTicket(workspace, params.ticketId), { anew });
  return json(cardOfPlan(card, workspace.plan));
});
