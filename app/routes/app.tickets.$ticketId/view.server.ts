import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireAgent } from "../../auth.server.ts";
import { adminLink } from "../../notifications/link.server.ts";
import { findTicket } from "../../tickets/find.server.ts";
import { readTicket } from "../../tickets/thread.server.ts";
import type { TicketView } from "../../tickets/ticket-view.ts";

/** The ticket a request is for, as the one who asks sees it. */
export async function viewTicket({ request, params }: LoaderFunctionArgs): Promise<TicketView> {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await readTicket(workspace, await findTicket(workspace, params.ticketId), agent);
  return { ...ticket, link: adminLink(ticket.store.shopDomain, `/app/tickets/${ticket.id}`) };
}
