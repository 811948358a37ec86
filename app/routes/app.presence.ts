import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { readForm } from "../lib/form.server.ts";
import { mayPass } from "../lib/rate.ts";
import { findTicket } from "../tickets/find.server.ts";
import { notePresence } from "../tickets/presence.server.ts";
import { presenceSchema } from "../tickets/presence.ts";

/** More than any page with a few tabs says: one says something every few seconds, and when typing begins and ends. */
const MOST = { calls: 60, within: 20_000 };

/** A page says what its agent does at a ticket. Said again every few seconds, while the page is looked at. */
export const action = handled(async ({ request }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  if (!mayPass(`presence ${agent.id}`, MOST)) throw new AppError("too-many");
  const said = presenceSchema.safeParse(await readForm(request));
  if (!said.success) throw new AppError("invalid");
  const { ticketId, tab, state } = said.data;
  await notePresence(await findTicket(workspace, ticketId), { agentId: agent.id, tab, state });
  return json({ ok: true });
});
