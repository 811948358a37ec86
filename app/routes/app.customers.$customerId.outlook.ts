import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { countEvents } from "../customers/events/timeline.server.ts";
import { findCustomer } from "../customers/find.server.ts";
import { readForecast } from "../customers/forecast/read.server.ts";
import { findStoreOf } from "../workspace/stores.server.ts";

/** What a ticket shows of its customer's future and past: what is expected in `store`, and how many events there are. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  const { id } = await findCustomer(workspace, params.customerId);
  const store = await findStoreOf(workspace, new URL(request.url).searchParams.get("store") ?? undefined);
  const [forecast, events] = await Promise.all([
    readForecast(workspace, id, store.id),
    countEvents({ workspaceId: workspace.id, id }),
  ]);
  return json({ forecast, events });
});
