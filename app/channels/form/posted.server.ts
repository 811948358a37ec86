// The form's bytes become fields.
import { AppError } from "../../errors.ts";
import { readBody } from "../../lib/body.server.ts";
import { readSubmission, type Reading } from "./submission.ts";

/** The longest message, every letter percent-encoded, is below this. */
const MOST_BYTES = 300_000;
const FORM_TYPE = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i;

export const isForm = (request: Request): boolean =>
  FORM_TYPE.test(request.headers.get("Content-Type") ?? "");

/** Reads the request's body. Throws AppError "too-large", or "bad-request" when it is cut off or malformed. */
export async function readPosted(request: Request): Promise<Reading> {
  const body = await readBody(request, MOST_BYTES);
  const headers = { "Content-Type": request.headers.get("Content-Type") ?? "" };
  const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => null);
  if (!form) throw new AppError("bad-request");
  return readSubmission(form);
}
