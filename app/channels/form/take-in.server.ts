// A stored form becomes a message: at once when it is posted, or by a job when that did not work.
import { z } from "zod";
import { db } from "../../db.server.ts";
import { isBlocked } from "../../customers/blocked.server.ts";
import { findShopperUploads } from "../../files/shopper-uploads.server.ts";
import { NO_THREAD, PLAIN, type IncomingMessage } from "../channel.ts";
import { PRIORITIES } from "../../tickets/ticket.ts";
import { takeIn, type Taken } from "../intake.server.ts";
import { giveUp } from "../unreadable.server.ts";
import { forwardForm } from "./forward.server.ts";
import { spamIn } from "./robot.ts";
import { subjectOf } from "./subject.ts";

const schema = z.object({
  name: z.string(),
  email: z.string(),
  orderNumber: z.string().nullable(),
  topic: z.string().nullable(),
  message: z.string(),
  locale: z.string().nullable(),
  submissionId: z.string().nullable(),
  elapsedMs: z.number().nullable(),
  // What was stored before this was asked for has none.
  page: z.string().nullable().default(null),
  website: z.string(),
  // So has what was stored before there were merchants' own forms.
  answers: z.array(z.object({ label: z.string(), value: z.string() })).default([]),
  route: z
    .object({
      departmentId: z.string().nullable(),
      labelId: z.string().nullable(),
      priority: z.enum(PRIORITIES).nullable(),
    })
    .nullable()
    .default(null),
  uploads: z.array(z.string()).default([]),
  formId: z.string().nullable().default(null),
  /** the store was under attack, and the page's script worked out no proof */
  unproven: z.boolean().default(false),
  /** the Shopify customer that the app proxy's signature vouched for */
  shopifyCustomerId: z.string().nullable(),
});

/** The body of a raw row of source "form". */
export type StoredForm = z.infer<typeof schema>;

/** The job: takes a form in unless that has happened. Throws when it should be tried again. */
export async function takeInForm({ receivedId }: { receivedId: string }): Promise<void> {
  await takeInStored(receivedId);
}

/** Takes a stored form in and says which ticket it joined; null when there was nothing (more) to take in. */
export async function takeInStored(receivedId: string): Promise<Taken | null> {
  const received = await db.received.findUnique({ where: { id: receivedId } });
  if (received?.state !== "received") return null;
  const form = readStored(received.body);
  const { workspaceId, storeId } = received;
  if (!form || !workspaceId || !storeId) {
    await giveUp(receivedId, form ? "unknown-address" : "incomplete", workspaceId);
    return null;
  }
  const from = { workspaceId, storeId, receivedId };
  const spam = spamIn(form);
  // Spam, and whom the merchant blocked, are not passed on: the spam queue has them.
  const passedOn = spam === null && !(await isBlocked(db, workspaceId, form.email));
  if (passedOn && (await forwardForm(from, form, received.reason))) return null;
  const uploaded = await findShopperUploads(db, from, form.uploads);
  return takeIn({ ...incoming(from, form), uploads: uploaded.length ? form.uploads : [], spam });
}

/** Null when it is not what acceptForm wrote. */
export function readStored(body: Uint8Array): StoredForm | null {
  try {
    return schema.parse(JSON.parse(Buffer.from(body).toString("utf8")));
  } catch {
    return null;
  }
}

/** One raw row is one message: its id is the message's, whatever a browser sent as submission id. */
const incoming = (
  from: { workspaceId: string; storeId: string; receivedId: string },
  form: StoredForm,
): Omit<IncomingMessage, "spam" | "uploads"> => ({
  ...PLAIN,
  ...from,
  channel: "form",
  externalId: from.receivedId,
  sender: { name: form.name, address: form.email, sentBy: null, shopifyCustomerId: form.shopifyCustomerId },
  subject: subjectOf(form),
  text: form.message,
  answers: form.answers,
  route: form.route,
  page: form.page,
  topic: form.topic,
  orderName: form.orderNumber,
  locale: form.locale,
  saidAt: null,
  thread: NO_THREAD,
  authenticated: false,
});
