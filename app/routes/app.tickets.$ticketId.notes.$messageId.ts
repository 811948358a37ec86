import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { deleteNote, restoreNote } from "../tickets/delete-note.server.ts";
import { findTicket } from "../tickets/find.server.ts";

/** Deletes a note (DELETE), and puts it back (POST) while it can be. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  if (request.method === "DELETE") await deleteNote(ticket, params.messageId, { by: agent });
  else await restoreNote(ticket, params.messageId, { by: agent });
  return json({ ok: true });
});
