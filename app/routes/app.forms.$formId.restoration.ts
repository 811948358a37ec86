import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireSettings } from "../auth.server.ts";
import { restoreForm } from "../channels/form/manage.server.ts";

/** POST brings a deleted contact form back. For owners and admins. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, by } = await requireSettings(request);
  await restoreForm(workspace, params.formId, { by });
  return json({ ok: true });
});
