import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireLabels } from "../auth.server.ts";
import { readForm } from "../lib/form.server.ts";
import { colorOf } from "../tickets/label.ts";
import { changeLabel, findLabel } from "../tickets/label-changes.server.ts";

/** POST gives a label another name or colour. For managers. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, by } = await requireLabels(request);
  const label = await findLabel(workspace, params.labelId);
  const { name = "", color } = await readForm(request);
  await changeLabel(label, { name, color: colorOf(color) }, { by });
  return json({ ok: true });
});
