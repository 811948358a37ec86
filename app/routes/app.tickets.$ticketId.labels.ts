import { json, type ActionFunctionArgs } from "@remix-run/node";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { readForm } from "../lib/form.server.ts";
import { isId } from "../lib/id.ts";
import { findTicket } from "../tickets/find.server.ts";
import { colorOf } from "../tickets/label.ts";
import { addLabel, addLabelNamed, removeLabel } from "../tickets/labelling.server.ts";

/** POST puts a label on (labelId, or name and color of a new one) and answers which; DELETE takes one off. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const by = { kind: "agent", id: agent.id } as const;
  const { labelId, name, color } = await readForm(request);
  if (request.method !== "DELETE" && labelId === undefined && name !== undefined)
    return json({ label: await addLabelNamed(ticket, { name, color: colorOf(color) }, { by }) });
  if (!isId(labelId)) throw new AppError("not-found");
  if (request.method === "DELETE") await removeLabel(ticket, labelId, { by });
  else await addLabel(ticket, labelId, { by });
  return json({ label: { id: labelId } });
});
