import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { findCustomer } from "../customers/find.server.ts";
import { readFreshCard } from "../customers/profile.server.ts";
import { cardOfPlan } from "../customers/profile/card-of-plan.ts";

/** What Shopify knows of a customer in `?store=`; `?anew` asks it even if that was done a moment ago. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  const customer = await findCustomer(workspace, params.customerId);
  const asked = new URL(request.url).searchParams;
  const card = await readFreshCard(customer, asked.get("store") ?? "", { anew: asked.has("anew") });
  return json(cardOfPlan(card, workspace.plan));
});
