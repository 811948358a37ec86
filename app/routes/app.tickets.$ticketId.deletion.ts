import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { deleteTicket } from "../privacy/delete-tickets.server.ts";
import { mayDelete } from "../team/roles.ts";
import { findTicket } from "../tickets/find.server.ts";

/** POST deletes an archived ticket for good. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  if (!mayDelete(agent.role)) throw new AppError("forbidden");
  await deleteTicket(ticket, { by: { kind: "agent", id: agent.id } });
  return json({ ok: true });
});
