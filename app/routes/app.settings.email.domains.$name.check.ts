import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireSettings } from "../auth.server.ts";
import { checkSendingDomain } from "../workspace/domain-check.server.ts";
import { findSendingDomain } from "../workspace/sending-domains.server.ts";

/** POST has Postmark look the domain's records up now. For owners and admins. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, by } = await requireSettings(request);
  const name = params.name ?? "";
  await checkSendingDomain(workspace, name, { by });
  const { state } = await findSendingDomain(workspace, name);
  return json({ state });
});
