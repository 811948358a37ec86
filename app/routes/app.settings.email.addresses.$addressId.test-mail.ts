import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireSettings } from "../auth.server.ts";
import { languageOf } from "../i18n/language.ts";
import { sendTestMail } from "../workspace/address-test.server.ts";

/** POST sends a test mail to the address. For owners and admins. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent, by } = await requireSettings(request);
  await sendTestMail(workspace, params.addressId ?? "", { by, language: languageOf(agent.locale) });
  return json({ ok: true });
});
