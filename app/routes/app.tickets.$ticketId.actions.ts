import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { readForm } from "../lib/form.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { applyActions, readSteps } from "../tickets/macros/apply.server.ts";
import { parsed } from "../tickets/macros/form.ts";

/** POST does what a macro without words does; its answer, posted back, undoes it. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const { actions = "[]" } = await readForm(request);
  const steps = readSteps(parsed(actions));
  if (!steps) throw new AppError("invalid", { field: "actions" });
  return json({ undo: await applyActions(ticket, steps, { by: agent }) });
});
