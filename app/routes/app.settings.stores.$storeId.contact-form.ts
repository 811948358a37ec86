import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireSettings } from "../auth.server.ts";
import { changeIntake } from "../channels/form/intake-setting.server.ts";
import { readForm } from "../lib/form.server.ts";

/** POST decides whether a store's contact forms become tickets, or where they are passed on to. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, by } = await requireSettings(request);
  const { tickets, forwardTo = "" } = await readForm(request);
  await changeIntake(workspace, params.storeId ?? "", { tickets: tickets === "yes", forwardTo }, { by });
  return json({ ok: true });
});
