import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { readForm } from "../lib/form.server.ts";
import { readMacroForm } from "../tickets/macros/form.ts";
import { changeMacro, retireMacro } from "../tickets/macros/save.server.ts";

/** POST changes a macro, DELETE takes it out of use. The team's are the managers' to change. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  if (request.method === "DELETE") await retireMacro(workspace, params.macroId, { by: agent });
  else {
    const wish = readMacroForm(await readForm(request));
    await changeMacro(workspace, params.macroId, wish, { by: agent });
  }
  return json({ ok: true });
});
