import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { readForm } from "../lib/form.server.ts";
import { listMacros } from "../tickets/macros/list.server.ts";
import { createMacro } from "../tickets/macros/save.server.ts";
import { readMacroForm } from "../tickets/macros/form.ts";

/** The macros this agent can use. */
export const loader = handled(async ({ request }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  return json(await listMacros(workspace, agent));
});

/** POST makes one. */
export const action = handled(async ({ request }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  return json(await createMacro(workspace, readMacroForm(await readForm(request)), { by: agent }));
});
