import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { findTicket } from "../tickets/find.server.ts";
import { bringBackHeldAnswer } from "../tickets/relay.server.ts";

/** DELETE takes the dismissal of a kept answer back. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  if (request.method !== "DELETE") throw new AppError("bad-request");
  await bringBackHeldAnswer(ticket, params.messageId, { by: agent });
  return json({ ok: true });
});
