import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { requireAgent } from "../../auth.server.ts";
import { chosenMetrics } from "../../customers/events/chosen.server.ts";
import { readEvents } from "../../customers/events/timeline.server.ts";
import { findCustomer } from "../../customers/find.server.ts";
import { readForecasts } from "../../customers/forecast/read.server.ts";
import { readKnown } from "../../customers/known.server.ts";
import { AppError } from "../../errors.ts";
import { listMerges } from "../../customers/merging/side.server.ts";
import { readKnownCard } from "../../customers/profile.server.ts";
import { cardOfPlan } from "../../customers/profile/card-of-plan.ts";
import { listTicketsOf } from "../../tickets/of-customer.server.ts";
import type { CustomerView } from "./customer-view.ts";

/** The customer a request is for, in the store it asks for (`?store=`) or the one they wrote to last. */
export async function viewCustomer({ request, params }: LoaderFunctionArgs): Promise<CustomerView> {
  const { workspace, agent } = await requireAgent(request);
  const ref = await findCustomer(workspace, params.customerId);
  const { search, searchParams } = new URL(request.url);
  // Merged into somebody else since the link was made.
  if (ref.id !== params.customerId) throw redirect(`/app/customers/${ref.id}${search}`);
  const chosen = await chosenMetrics({ workspaceId: workspace.id, agentId: agent.id });
  const [customer, tickets, merges, first] = await Promise.all([
    readKnown(ref),
    listTicketsOf(workspace, ref),
    listMerges(ref),
    readEvents(ref, chosen, null),
  ]);
  if (!customer) throw new AppError("not-found");
  const store = shownStore({ stores: customer.stores, tickets }, searchParams.get("store"));
  const [{ card }, forecasts] = await Promise.all([
    store ? readKnownCard(ref, store.id) : { card: { state: "nobody" } as const },
    readForecasts(workspace, ref.id, store?.id ?? null),
  ]);
  const events = { first, chosen };
  return { customer, store, card: cardOfPlan(card, workspace.plan), tickets, merges, forecasts, events };
}

/** Of those that know them: the one asked for, else the one they wrote to last. */
function shownStore(
  { stores, tickets }: Pick<CustomerView, "tickets"> & { stores: { id: string; name: string }[] },
  asked: string | null,
): CustomerView["store"] {
  const written = tickets.map(({ store }) => store);
  return [...stores, ...written].find(({ id }) => id === asked) ?? written[0] ?? stores[0] ?? null;
}
