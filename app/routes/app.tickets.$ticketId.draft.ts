import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { handled, requireAgent } from "../auth.server.ts";
import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { readForm } from "../lib/form.server.ts";
import { DRAFT_MODES } from "../tickets/drafts/draft.ts";
import { readDrafts } from "../tickets/drafts/kept.server.ts";
import { discardDraft, saveDraft } from "../tickets/drafts/save.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { actionsField } from "../tickets/macros/form.ts";
import { fileIds, htmlField, idOrNone, people } from "../tickets/written-fields.ts";

const which = z.object({
  mode: z.enum(DRAFT_MODES),
  revision: z.coerce.number().int().min(0).max(1_000_000_000),
});
const draft = which.extend({
  html: htmlField,
  /** "1": the agent has chosen them; otherwise they follow the conversation */
  addressed: z.enum(["", "1"]).default(""),
  to: people,
  cc: people,
  bcc: people,
  files: fileIds,
  forwardedId: idOrNone,
  actions: actionsField,
  requestKey: z.uuid(),
});

/** What this agent has begun to write here. */
export const loader = handled(async ({ request, params }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  return json({ drafts: await readDrafts(db, ticket, agent) });
});

/** Saves a draft (POST), or throws it away (DELETE). */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const fields = await readForm(request);
  if (request.method === "DELETE") {
    const asked = which.safeParse(fields);
    if (!asked.success) throw new AppError("invalid", { fields: ["mode", "revision"] });
    await discardDraft(ticket, asked.data, { by: agent });
    return json({ ok: true });
  }
  const form = draft.safeParse(fields);
  if (!form.success)
    throw new AppError("invalid", { fields: form.error.issues.map(({ path }) => path.join(".")) });
  const { to, cc, bcc, files, addressed, ...rest } = form.data;
  const recipients = addressed ? { to, cc, bcc } : null;
  return json(await saveDraft(ticket, { ...rest, recipients, fileIds: files }, { by: agent }));
});
