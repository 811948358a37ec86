import { json, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { cleanText } from "../lib/clean-text.ts";
import { readForm } from "../lib/form.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { replyToTicket } from "../tickets/reply.server.ts";

const LONGEST = 200_000;

/** A field that holds JSON. */
const jsonOf = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .default("[]")
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: "not JSON" });
        return z.NEVER;
      }
    })
    .pipe(schema);

const people = jsonOf(
  z.array(z.object({ name: z.string().max(500), address: z.string().max(500) })).max(200),
);

const reply = z.object({
  html: z
    .string()
    .max(LONGEST)
    .transform((html) => cleanText(html, LONGEST)),
  to: people,
  cc: people,
  bcc: people,
  files: jsonOf(z.array(z.uuid()).max(50)),
  requestKey: z.uuid(),
  seen: z.union([z.uuid(), z.literal("")]),
});

/** Sends a reply. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const form = reply.safeParse(await readForm(request));
  if (!form.success)
    throw new AppError("invalid", { fields: form.error.issues.map(({ path }) => path.join(".")) });
  const { html, to, cc, bcc, files, requestKey, seen } = form.data;
  return json(
    await replyToTicket(ticket, {
      by: agent,
      html,
      recipients: { to, cc, bcc },
      fileIds: files,
      requestKey,
      seen: seen || null,
    }),
  );
});
