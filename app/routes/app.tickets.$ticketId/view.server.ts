import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireAgent } from "../../auth.server.ts";
import { readKnownCard } from "../../customers/profile.server.ts";
import { cardOfPlan } from "../../customers/profile/card-of-plan.ts";
import { adminLink } from "../../notifications/link.server.ts";
import { findTicket } from "../../tickets/find.server.ts";
import { readTicket } from "../../tickets/thread.server.ts";
import type { TicketView } from "../../tickets/ticket-view.ts";
import type { Plan } from "../../workspace/plans.ts";

/** The ticket a request is for, as the one who asks sees it. */
export async function viewTicket({ request, params }: LoaderFunctionArgs): Promise<TicketView> {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await readTicket(workspace, await findTicket(workspace, params.ticketId), agent);
  const { customer, store } = ticket;
  return {
    ...ticket,
    link: adminLink(store.shopDomain, `/app/tickets/${ticket.id}`),
    ...(await viewCustomer(workspace, customer, store)),
  };
}

async function viewCustomer(
  workspace: { id: string; plan: Plan },
  customer: { id: string } | null,
  store: { id: string },
): Promise<Pick<TicketView, "card" | "known">> {
  if (!customer) return { card: { state: "nobody" }, known: null };
  const { card, known } = await readKnownCard({ workspaceId: workspace.id, id: customer.id }, store.id);
  return { card: cardOfPlan(card, workspace.plan), known };
}
