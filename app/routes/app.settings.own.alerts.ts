import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { readForm } from "../lib/form.server.ts";
import { changeAlerts } from "../notifications/alerts.server.ts";

/** POST changes how the app calls for the agent's own attention. For everybody. */
export const action = handled(async ({ request }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const wish = await readForm(request);
  await changeAlerts(workspace, agent, {
    badge: wish.badge === "on",
    sound: wish.sound === "on",
    browser: wish.browser === "on",
  });
  return json({ ok: true });
});
