import { json, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { handled, requireAgent } from "../auth.server.ts";
import { AppError } from "../errors.ts";
import { findTicket } from "../tickets/find.server.ts";
import { replyToTicket } from "../tickets/reply.server.ts";

const reply = z.object({
  text: z.string().trim().min(1).max(100_000),
  requestKey: z.uuid(),
  seen: z.union([z.uuid(), z.literal("")]),
});

/** Sends a reply to the customer. */
export const action = handled(async ({ request, params }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const ticket = await findTicket(workspace, params.ticketId);
  const form = reply.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success)
    throw new AppError("invalid", { fields: form.error.issues.map(({ path }) => path.join(".")) });
  const { text, requestKey, seen } = form.data;
  return json(await replyToTicket(ticket, { by: agent, text, requestKey, seen: seen || null }));
});
