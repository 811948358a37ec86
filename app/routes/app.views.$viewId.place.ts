import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { readForm } from "../lib/form.server.ts";
import { moveView } from "../tickets/saved-views.server.ts";

/** Moves a personal view one place: `to` is "up" or "down". */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const { to } = await readForm(request);
  await moveView(workspace, agent, params.viewId ?? "", to === "up" ? "up" : "down");
  return json({ ok: true });
});
