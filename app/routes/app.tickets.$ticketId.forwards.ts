import { json, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { readForm } from "../lib/form.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { forwardMessage } from "../tickets/forward.server.ts";
import { actionsField } from "../tickets/macros/form.ts";
import { fileIds, htmlField, idOrNone, people } from "../tickets/written-fields.ts";

const forward = z.object({
  html: htmlField,
  to: people,
  cc: people,
  bcc: people,
  files: fileIds,
  forwardedId: idOrNone,
  actions: actionsField,
  requestKey: z.uuid(),
});

/** Passes a message or the whole conversation on. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const form = forward.safeParse(await readForm(request));
  if (!form.success)
    throw new AppError("invalid", { fields: form.error.issues.map(({ path }) => path.join(".")) });
  const { to, cc, bcc, files, ...rest } = form.data;
  return json(
    await forwardMessage(ticket, { ...rest, by: agent, recipients: { to, cc, bcc }, fileIds: files }),
  );
});
