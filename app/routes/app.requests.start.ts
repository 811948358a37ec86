import { json, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { handled, requireAgent } from "../auth.server.ts";
import { normaliseEmail, tidyName } from "../customers/customer.ts";
import { AppError } from "../errors.ts";
import { cleanText } from "../lib/clean-text.ts";
import { readForm } from "../lib/form.server.ts";
import { oneLine } from "../mail/text.ts";
import { createRequest } from "../tickets/requests/create.server.ts";
import { MOST_RECIPIENTS } from "../tickets/requests/recipients.ts";

const text = (most: number) =>
  z
    .string()
    .max(most)
    .transform((written) => cleanText(written, most).trim())
    .pipe(z.string().min(1));

const recipient = z.object({
  name: z.string().transform((name) => tidyName(name, "")),
  // What is no address is kept as it was written, and shown as a recipient that got nothing.
  address: z
    .string()
    .min(1)
    .max(254)
    .transform((address) => normaliseEmail(address) ?? oneLine(cleanText(address, 254))),
  shopifyId: z
    .string()
    .regex(/^\d{1,20}$/)
    .nullable(),
});

const fromJson = z.string().transform((written, context) => {
  try {
    return JSON.parse(written) as unknown;
  } catch {
    context.addIssue({ code: "custom", message: "not JSON" });
    return z.NEVER;
  }
});

const draft = z.object({
  requestKey: z.uuid(),
  storeId: z.uuid(),
  subject: text(300).transform(oneLine),
  text: text(50_000),
  recipients: fromJson.pipe(z.array(recipient).min(1).max(MOST_RECIPIENTS)),
});

/** Sends a new request: a ticket and a mail for each recipient, in a job. */
export const action = handled(async ({ request }: ActionFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const form = draft.safeParse(await readForm(request));
  if (!form.success)
    throw new AppError("invalid", { fields: form.error.issues.map(({ path }) => path.join(".")) });
  return json(await createRequest(workspace, { by: agent, ...form.data }));
});
