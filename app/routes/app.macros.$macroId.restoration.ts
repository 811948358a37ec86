import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { restoreMacro } from "../tickets/macros/save.server.ts";

/** POST brings a macro back that was taken out of use. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  await restoreMacro(workspace, params.macroId, { by: agent });
  return json({ ok: true });
});
