import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireSettings } from "../auth.server.ts";
import { publishAgain } from "../settings/publish-storefront.server.ts";

/** POST has what the storefront shows handed to Shopify once more. For owners and admins. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace } = await requireSettings(request);
  await publishAgain(workspace, params.storeId ?? "");
  return json({ ok: true });
});
