import { json, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { readForm } from "../lib/form.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { setPriority } from "../tickets/priority.server.ts";
import { PRIORITIES } from "../tickets/ticket.ts";

const posted = z.object({ priority: z.enum(PRIORITIES) });

/** POST gives the ticket a priority. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const { success, data } = posted.safeParse(await readForm(request));
  if (!success) throw new AppError("invalid", { field: "priority" });
  await setPriority(ticket, data.priority, { by: { kind: "agent", id: agent.id } });
  return json({ ok: true });
});
