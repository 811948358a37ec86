import { json, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { cleanText } from "../lib/clean-text.ts";
import { readForm } from "../lib/form.server.ts";
import { findTicket } from "../tickets/find.server.ts";
import { replyToTicket } from "../tickets/reply.server.ts";

const reply = z.object({
  text: z
    .string()
    .max(100_000)
    .transform((text) => cleanText(text, 100_000).trim())
    .pipe(z.string().min(1)),
  requestKey: z.uuid(),
  seen: z.union([z.uuid(), z.literal("")]),
});

/** Sends a reply to the customer. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const form = reply.safeParse(await readForm(request));
  if (!form.success)
    throw new AppError("invalid", { fields: form.error.issues.map(({ path }) => path.join(".")) });
  const { text, requestKey, seen } = form.data;
  return json(await replyToTicket(ticket, { by: agent, text, requestKey, seen: seen || null }));
});
