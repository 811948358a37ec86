import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { resendMessage } from "../tickets/delivery.server.ts";
import { findTicket } from "../tickets/find.server.ts";

/** Sends a failed message once more. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace } = await requireAgent(request);
  await resendMessage(await findTicket(workspace, params.ticketId), params.messageId);
  return json({ ok: true });
});
