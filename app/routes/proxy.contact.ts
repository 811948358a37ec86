// A storefront's contact form, through Shopify's app proxy at {shop}/apps/samla/contact.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireStorefront } from "../auth.server.ts";
import { expectedOf } from "../automation/expected.server.ts";
import { acceptForm } from "../channels/form/accept.server.ts";
import { askAgain, offerForm, refuse, thank } from "../channels/form/answer.ts";
import type { AskedForm } from "../channels/form/answers.ts";
import { findAskedForm } from "../channels/form/asked.server.ts";
import { isForm, keepFilesOf, readPosted } from "../channels/form/posted.server.ts";
import { NOTHING_TYPED, readSubmission, saidIn, type Typed } from "../channels/form/submission.ts";
import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { now } from "../lib/clock.ts";
import { log } from "../lib/log.server.ts";
import { shopperAddress } from "../lib/shopper-address.server.ts";

/** What is known of a form by the time something goes wrong with it. */
interface Known {
  typed: Typed | null;
  asked: AskedForm | null;
}

/** Takes a form. Answers 200, 422, 429 with Retry-After, 404 where the app is not installed, 503; never 500. */
export async function action({ request }: ActionFunctionArgs) {
  if (request.method !== "POST") return refuse(request, 405, "POST only", { Allow: "GET, POST" });
  if (!isForm(request)) return refuse(request, 415, "Not a form");
  const known: Known = { typed: null, asked: null };
  try {
    return await take(request, known);
  } catch (error) {
    return explain(request, error, known);
  }
}

async function take(request: Request, known: Known): Promise<Response> {
  const { workspace, store, shopifyCustomerId } = await requireStorefront(request);
  const place = { workspaceId: workspace.id, storeId: store.id };
  const form = await readPosted(request);
  const said = saidIn(form);
  const which = { formId: said("form_id"), revision: said("form_revision") };
  const asked = await findAskedForm({ ...place, locale: store.locale }, which);
  const read = readSubmission(form, asked);
  const { typed } = Object.assign(known, { typed: read.typed, asked });
  const wrong = (errors: Parameters<typeof askAgain>[2]["errors"]) =>
    askAgain(request, typed, { status: 422, errors, trouble: "fix", asked });
  if ("errors" in read) return wrong(read.errors);
  const address = shopperAddress(request);
  const uploads = await keepFilesOf({ ...place, address }, form, read.submission.uploads);
  if (!uploads) return wrong({ files: "bad-file" });
  const visitor = { workspace, store, shopifyCustomerId, address };
  const { number } = await acceptForm(visitor, { ...read.submission, uploads }, said("proof"));
  const expected = await expectedOf(db, { workspaceId: workspace.id, id: store.id }, now());
  const { email } = read.submission;
  return thank(request, { number, email, expected, typed, storeLocale: store.locale, asked });
}

/** Somebody opened the form's own address, or came back to it: an empty form, in the theme. */
export async function loader({ request }: LoaderFunctionArgs) {
  try {
    return offerForm((await requireStorefront(request)).store.locale);
  } catch (error) {
    return explain(request, error, { typed: NOTHING_TYPED, asked: null });
  }
}

async function explain(request: Request, error: unknown, { typed, asked }: Known): Promise<Response> {
  const code = error instanceof AppError ? error.code : null;
  if (code === "unauthorized") return refuse(request, 401, "Not signed by Shopify");
  if (code === "bad-request") return refuse(request, 400, "Not understood");
  if (code === "too-large") {
    return askAgain(request, NOTHING_TYPED, { status: 413, errors: { message: "too-long" }, trouble: "fix" });
  }
  const kept = typed ?? (await typedAnyway(request));
  if (code === "unavailable") return askAgain(request, kept, { status: 404, trouble: "unavailable" });
  if (error instanceof AppError && code === "too-many") {
    const headers = { "Retry-After": String(error.detail.retryAfter) };
    return askAgain(request, kept, { status: 429, trouble: "rate-limited", headers, asked });
  }
  log.error({ err: error }, "a form could not be kept");
  return askAgain(request, kept, { status: 503, trouble: "try-again", asked });
}

/** The shop or the database was missing before the form was read: the page still shows what was typed. */
async function typedAnyway(request: Request): Promise<Typed> {
  const posted = await readPosted(request).catch(() => null);
  return posted ? readSubmission(posted).typed : NOTHING_TYPED;
}
