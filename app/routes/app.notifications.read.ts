import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { readForm } from "../lib/form.server.ts";
import { silence } from "../notifications/bell.server.ts";

/** POST marks one notification seen ({ id }), or all. */
export const action = handled(async ({ request }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const { id } = await readForm(request);
  await silence(workspace, agent, id || undefined);
  return json({ ok: true });
});
