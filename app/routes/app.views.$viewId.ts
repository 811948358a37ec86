import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { readForm } from "../lib/form.server.ts";
import { changeView, deleteView } from "../tickets/saved-views.server.ts";

/** POST changes a personal view, DELETE removes it. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const { viewId = "" } = params;
  if (request.method === "DELETE") {
    await deleteView(workspace, agent, viewId);
    return json({ ok: true });
  }
  const { name, icon, query, shared } = await readForm(request);
  await changeView(workspace, agent, viewId, {
    name,
    icon,
    query,
    shared: shared === undefined ? undefined : shared === "true",
  });
  return json({ ok: true });
});
