import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireSettings } from "../auth.server.ts";
import { readForm } from "../lib/form.server.ts";
import { addSendingDomain, removeSendingDomain } from "../workspace/sending-domains.server.ts";

/** POST adds a domain to send from, DELETE removes it. For owners and admins. */
export const action = handled(async ({ request }: ActionFunctionArgs) => {
  const { workspace, by } = await requireSettings(request);
  const { name = "" } = await readForm(request);
  if (request.method !== "DELETE") return json(await addSendingDomain(workspace, name, { by }));
  await removeSendingDomain(workspace, name, { by });
  return json({ ok: true });
});
