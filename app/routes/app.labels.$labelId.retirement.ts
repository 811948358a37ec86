import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireLabels } from "../auth.server.ts";
import { bringBackLabel, findLabel, retireLabel } from "../tickets/label-changes.server.ts";

/** POST takes a label out of use, DELETE takes it back. For managers. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, by } = await requireLabels(request);
  const label = await findLabel(workspace, params.labelId);
  if (request.method === "DELETE") await bringBackLabel(label, { by });
  else await retireLabel(label, { by });
  return json({ ok: true });
});
