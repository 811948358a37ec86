import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { LONGEST_SEARCH } from "../tickets/filter.ts";
import { suggest } from "../tickets/search/suggest.server.ts";

/** What the search field offers for what is typed so far (`q`). */
export const loader = handled(async ({ request }: LoaderFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  return json(await suggest(workspace, typed.slice(0, LONGEST_SEARCH)));
});
