import { json, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { readForm } from "../lib/form.server.ts";
import { MILESTONES } from "../orders/milestone.ts";
import { findTicket } from "../tickets/find.server.ts";
import { snoozeTicket, snoozeTicketFor, wakeTicket } from "../tickets/snooze.server.ts";

const posted = z.union([
  z.object({ for: z.enum(MILESTONES) }),
  z.object({ until: z.iso.datetime({ offset: true }).transform((at) => new Date(at)) }),
]);

/** POST puts the ticket aside until then, or until something happens to its order; DELETE wakes it now. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const by = { kind: "agent", id: agent.id } as const;
  if (request.method === "DELETE") {
    await wakeTicket(ticket, { by });
  } else {
    const { success, data } = posted.safeParse(await readForm(request));
    if (!success) throw new AppError("invalid", { field: "until" });
    if ("for" in data) await snoozeTicketFor(ticket, data.for, { by });
    else await snoozeTicket(ticket, data.until, { by });
  }
  return json({ ok: true });
});
