import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireSettings } from "../auth.server.ts";
import { changeSupportAddress } from "../workspace/support-addresses.server.ts";

/** POST has new e-mails to the address acknowledged, DELETE not. For owners and admins. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, by } = await requireSettings(request);
  const acknowledge = request.method !== "DELETE";
  await changeSupportAddress(workspace, params.addressId ?? "", { acknowledge }, { by });
  return json({ ok: true });
});
