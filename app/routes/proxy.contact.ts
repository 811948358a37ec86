// A storefront's contact form, through Shopify's app proxy at {shop}/apps/samla/contact.
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireStorefront } from "../auth.server.ts";
import { expectedOf } from "../automation/expected.server.ts";
import { acceptForm } from "../channels/form/accept.server.ts";
import { askAgain, offerForm, refuse, thank } from "../channels/form/answer.ts";
import { isForm, readPosted } from "../channels/form/posted.server.ts";
import { NOTHING_TYPED, type Typed } from "../channels/form/submission.ts";
import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { now } from "../lib/clock.ts";
import { log } from "../lib/log.server.ts";

/** Takes a form. Answers 200, 422, 429 with Retry-After, 404 where the app is not installed, 503; never 500. */
export async function action({ request }: ActionFunctionArgs) {
  if (request.method !== "POST") return refuse(request, 405, "POST only", { Allow: "GET, POST" });
  if (!isForm(request)) return refuse(request, 415, "Not a form");
  let typed: Typed | null = null;
  try {
    const { workspace, store, shopifyCustomerId } = await requireStorefront(request);
    const posted = await readPosted(request);
    typed = posted.typed;
    if ("errors" in posted)
      return askAgain(request, typed, { status: 422, errors: posted.errors, trouble: "fix" });
    const { number } = await acceptForm({ workspace, store, shopifyCustomerId }, posted.submission);
    const expected = await expectedOf(db, { workspaceId: workspace.id, id: store.id }, now());
    return thank(request, {
      number,
      email: posted.submission.email,
      expected,
      typed,
      storeLocale: store.locale,
    });
  } catch (error) {
    return explain(request, error, typed);
  }
}

/** Somebody opened the form's own address, or came back to it: an empty form, in the theme. */
export async function loader({ request }: LoaderFunctionArgs) {
  try {
    return offerForm((await requireStorefront(request)).store.locale);
  } catch (error) {
    return explain(request, error, NOTHING_TYPED);
  }
}

async function explain(request: Request, error: unknown, typed: Typed | null): Promise<Response> {
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
    return askAgain(request, kept, { status: 429, trouble: "rate-limited", headers });
  }
  log.error({ err: error }, "a form could not be kept");
  return askAgain(request, kept, { status: 503, trouble: "try-again" });
}

/** The shop or the database was missing before the form was read: the page still shows what was typed. */
async function typedAnyway(request: Request): Promise<Typed> {
  const posted = await readPosted(request).catch(() => null);
  return posted?.typed ?? NOTHING_TYPED;
}
