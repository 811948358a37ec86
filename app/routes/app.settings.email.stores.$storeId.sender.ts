import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireSettings } from "../auth.server.ts";
import { readForm } from "../lib/form.server.ts";
import { changeSender } from "../workspace/sender.server.ts";

/** POST changes the name, address and signature a store's mail has. For owners and admins. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, by } = await requireSettings(request);
  const { senderName = "", senderAddress = "", signature = "" } = await readForm(request);
  await changeSender(workspace, params.storeId ?? "", { senderName, senderAddress, signature }, { by });
  return json({ ok: true });
});
