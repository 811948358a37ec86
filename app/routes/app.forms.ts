import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireSettings } from "../auth.server.ts";
import { addForm } from "../channels/form/manage.server.ts";
import { readForm, readJson } from "../lib/form.server.ts";

/** POST makes a contact form of a store: its definition is JSON. For owners and admins. */
export const action = handled(async ({ request }: ActionFunctionArgs) => {
  const { workspace, by } = await requireSettings(request);
  const { storeId = "", name = "", handle = "", definition = "" } = await readForm(request);
  return json(await addForm(workspace, storeId, { name, handle, definition: readJson(definition) }, { by }));
});
