import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireSettings } from "../auth.server.ts";
import { readForm } from "../lib/form.server.ts";
import { addSupportAddress } from "../workspace/support-addresses.server.ts";

/** POST begins to connect an address. For owners and admins. */
export const action = handled(async ({ request }: ActionFunctionArgs) => {
  const { workspace, by } = await requireSettings(request);
  const { address = "", storeId = "", departmentId } = await readForm(request);
  const wish = { address, storeId, departmentId: departmentId || null };
  return json(await addSupportAddress(workspace, wish, { by }));
});
