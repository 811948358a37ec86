import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { readFilter } from "../tickets/filter.ts";
import { listTickets, MOST_ROWS, PAGE } from "../tickets/list.server.ts";

/** The rows of a list after a cursor: as many as `size` says, 25 without it. */
export const loader = handled(async ({ request }: LoaderFunctionArgs) => {
  const { workspace, agent, store } = await requireAgent(request);
  const asked = new URL(request.url).searchParams;
  const size = Math.min(MOST_ROWS, Math.max(1, Math.trunc(Number(asked.get("size"))) || PAGE));
  const asker = { id: agent.id, timeZone: store.timeZone };
  return json(await listTickets(workspace, asker, readFilter(asked), asked.get("after"), size));
});
