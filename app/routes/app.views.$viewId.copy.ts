import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { readForm } from "../lib/form.server.ts";
import { copyView } from "../tickets/saved-views.server.ts";

/** Makes another view like this one; it may be a colleague's shared one. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const { name } = await readForm(request);
  return json(await copyView(workspace, agent, params.viewId ?? "", name));
});
