import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireSettings } from "../auth.server.ts";
import { reconnectSupportAddress, retireSupportAddress } from "../workspace/support-addresses.server.ts";

/** DELETE disconnects the address, POST takes that back. For owners and admins. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, by } = await requireSettings(request);
  const id = params.addressId ?? "";
  if (request.method !== "DELETE") return json(await reconnectSupportAddress(workspace, id, { by }));
  await retireSupportAddress(workspace, id, { by });
  return json({ ok: true });
});
