import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { readForm } from "../lib/form.server.ts";
import { changeProfile } from "../team/profile.server.ts";

/** POST changes the agent's own signature, what is mailed to them and what shoppers call them. For everybody. */
export const action = handled(async ({ request }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const { signature = "", notifyByMail = "", shownName = "" } = await readForm(request);
  await changeProfile(workspace, agent.id, { signature, notifyByMail, shownName });
  return json({ ok: true });
});
