import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireSettings } from "../auth.server.ts";
import { changeHours } from "../automation/hours-page.server.ts";
import { readForm, readJson } from "../lib/form.server.ts";

/** POST changes a store's office hours and its automatic chat messages, each as JSON. For owners and admins. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, by } = await requireSettings(request);
  const { hours = "", messages = "" } = await readForm(request);
  const wish = { hours: readJson(hours), messages: readJson(messages) };
  await changeHours(workspace, params.storeId ?? "", wish, { by });
  return json({ ok: true });
});
