import { json, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { readForm } from "../lib/form.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { actionsField } from "../tickets/macros/form.ts";
import { addNote } from "../tickets/note.server.ts";
import { fileIds, htmlField } from "../tickets/written-fields.ts";

const note = z.object({ html: htmlField, files: fileIds, actions: actionsField, requestKey: z.uuid() });

/** Adds a note for the team. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const form = note.safeParse(await readForm(request));
  if (!form.success)
    throw new AppError("invalid", { fields: form.error.issues.map(({ path }) => path.join(".")) });
  const { html, files, actions, requestKey } = form.data;
  return json(await addNote(ticket, { by: agent, html, fileIds: files, actions, requestKey }));
});
