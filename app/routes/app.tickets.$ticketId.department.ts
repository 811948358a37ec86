import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { readForm } from "../lib/form.server.ts";
import { isId } from "../lib/id.ts";
import { setDepartment } from "../tickets/department.server.ts";
import { findTicket } from "../tickets/find.server.ts";

/** POST gives the ticket to a department, or to none when departmentId is empty. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const { departmentId = "" } = await readForm(request);
  if (departmentId && !isId(departmentId)) throw new AppError("not-found");
  await setDepartment(ticket, departmentId || null, { by: { kind: "agent", id: agent.id } });
  return json({ ok: true });
});
