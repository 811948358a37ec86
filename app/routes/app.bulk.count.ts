import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { countMatching } from "../tickets/count-matching.server.ts";

/** Somebody is about to press: better no number than a late one. */
const LONGEST = 2_000;

/** How many "all that match" are: the address's query is the filter. null: it takes too long to say. */
export const loader = handled(async ({ request }: LoaderFunctionArgs) => {
  const { workspace, agent, store } = await requireAgent(request);
  const asker = { id: agent.id, timeZone: store.timeZone };
  const number = await countMatching(workspace, asker, new URL(request.url).search, LONGEST).catch(
    () => null,
  );
  return json({ number });
});
