import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { readForm } from "../lib/form.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { splitTicket } from "../tickets/split.server.ts";
import { showNumber } from "../tickets/ticket.ts";

/** POST makes a message (`messageId`) a ticket of its own; with `following` and `notes` what comes after it too. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const { messageId = "", following, notes } = await readForm(request);
  const split = { messageId, following: following === "1", notes: notes === "1" };
  const made = await splitTicket(ticket, split, { by: { kind: "agent", id: agent.id } });
  return json({ ...made, number: showNumber(workspace.ticketPrefix, made.number) });
});
