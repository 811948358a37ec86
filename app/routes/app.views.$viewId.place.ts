import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { readForm } from "../lib/form.server.ts";
import { placeView } from "../tickets/saved-views.server.ts";

/** Puts a personal view before another: `before` is that one's id, or "" for the end. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const { before } = await readForm(request);
  await placeView(workspace, agent, params.viewId ?? "", before || null);
  return json({ ok: true });
});
