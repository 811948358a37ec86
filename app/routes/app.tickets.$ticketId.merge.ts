import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { readForm } from "../lib/form.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { findMergeable } from "../tickets/mergeable.server.ts";
import { mergeTickets } from "../tickets/merge.server.ts";

/** What the ticket may be merged with: suggestions, or what `q` finds; and itself, to compare. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const asked = new URL(request.url).searchParams.get("q") ?? "";
  return json(await findMergeable(workspace, ticket, agent, asked.slice(0, 200)));
});

/** POST merges the ticket into another (`into`). */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const { into } = await readForm(request);
  const by = { kind: "agent", id: agent.id } as const;
  return json(await mergeTickets(workspace, { from: params.ticketId, into }, { by }));
});
