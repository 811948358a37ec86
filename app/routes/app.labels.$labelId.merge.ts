import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireLabels } from "../auth.server.ts";
import { readForm } from "../lib/form.server.ts";
import { findLabel, mergeLabel } from "../tickets/label-changes.server.ts";

/** POST merges a label into another. For managers. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, by } = await requireLabels(request);
  const label = await findLabel(workspace, params.labelId);
  const { into } = await readForm(request);
  await mergeLabel(label, await findLabel(workspace, into), { by });
  return json({ ok: true });
});
