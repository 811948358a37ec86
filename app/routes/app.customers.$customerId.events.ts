import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { readMetrics, readPlace } from "../customers/events/metrics.ts";
import { readEvents } from "../customers/events/timeline.server.ts";
import { findCustomer } from "../customers/find.server.ts";

/** A page of a customer's events: of `metrics` (all, without), those `before` a place. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  const customer = await findCustomer(workspace, params.customerId);
  const { searchParams } = new URL(request.url);
  const metrics = readMetrics(searchParams.get("metrics"));
  return json(await readEvents(customer, metrics, readPlace(searchParams.get("before"))));
});
