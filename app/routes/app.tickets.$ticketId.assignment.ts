import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { readForm } from "../lib/form.server.ts";
import { isId } from "../lib/id.ts";
import { assignTicket, unassignTicket } from "../tickets/assignment.server.ts";
import { findTicket } from "../tickets/find.server.ts";

/** POST gives the ticket to agentId, or to the one who asks; DELETE takes it from whoever has it. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const by = { kind: "agent", id: agent.id } as const;
  if (request.method === "DELETE") {
    await unassignTicket(ticket, { by });
  } else {
    const agentId = (await wanted(request)) ?? agent.id;
    if (!isId(agentId)) throw new AppError("not-found");
    await assignTicket(ticket, agentId, { by });
  }
  return json({ ok: true });
});

/** Nothing posted is nobody named. */
async function wanted(request: Request): Promise<string | undefined> {
  if (!request.headers.get("Content-Type")) return undefined;
  return (await readForm(request)).agentId;
}
