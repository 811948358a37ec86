import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireSettings } from "../auth.server.ts";
import { readForm } from "../lib/form.server.ts";
import { changeSupportAddress } from "../workspace/support-addresses.server.ts";

/** POST sends new e-mails to the address to a department, DELETE to none. For owners and admins. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, by } = await requireSettings(request);
  const chosen = request.method === "DELETE" ? "" : (await readForm(request)).departmentId;
  await changeSupportAddress(workspace, params.addressId ?? "", { departmentId: chosen || null }, { by });
  return json({ ok: true });
});
