import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { now } from "../lib/clock.ts";
import { countUse } from "../tickets/macros/list.server.ts";

/** POST says that a macro was used. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  await countUse(workspace, agent, params.macroId, now());
  return json({ ok: true });
});
