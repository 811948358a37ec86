import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { readForm } from "../lib/form.server.ts";
import { createView } from "../tickets/saved-views.server.ts";

/** POST makes a personal view. */
export const action = handled(async ({ request }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const { name, icon, query, shared } = await readForm(request);
  return json(await createView(workspace, agent, { name, icon, query, shared: shared === "true" }));
});
