import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireSettings } from "../auth.server.ts";
import { readForm } from "../lib/form.server.ts";
import { changeSettings } from "../settings/write.server.ts";

/** POST sets over how much (`over`; empty: never) an order action waits for a colleague's approval. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, by } = await requireSettings(request);
  const { over = "" } = await readForm(request);
  const orderActions = { approvalOver: over.trim() || null };
  await changeSettings(workspace, params.storeId ?? "", { orderActions }, { by });
  return json({ ok: true });
});
