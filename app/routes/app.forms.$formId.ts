import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireSettings } from "../auth.server.ts";
import { changeForm, retireForm } from "../channels/form/manage.server.ts";
import { readForm, readJson } from "../lib/form.server.ts";

/** POST changes a contact form, DELETE takes it off the storefront. For owners and admins. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, by } = await requireSettings(request);
  if (request.method === "DELETE") {
    await retireForm(workspace, params.formId, { by });
    return json({ ok: true });
  }
  const { name = "", handle = "", definition = "" } = await readForm(request);
  const written = { name, handle, definition: readJson(definition) };
  await changeForm(workspace, params.formId, written, { by });
  return json({ ok: true });
});
