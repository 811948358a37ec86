// The form's bytes become fields and files.
import { AppError } from "../../errors.ts";
import { SHOPPER_FILES } from "../../files/shopper-files.ts";
import { readBody } from "../../lib/body.server.ts";
import { gate } from "../../lib/gate.ts";
import { filesIn } from "./submission.ts";
import { takeUpload } from "./uploads.server.ts";

/** The longest message, every letter percent-encoded, is below this. */
const MOST_BYTES = 300_000;
const MOST_WITH_FILES = SHOPPER_FILES.most * SHOPPER_FILES.mostBytes + MOST_BYTES;
const FORM_TYPE = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\s*(?:;|$)/i;

/** Files are in memory while they come in: only so many at a time. */
const withFiles = gate(3);

export const isForm = (request: Request): boolean =>
  FORM_TYPE.test(request.headers.get("Content-Type") ?? "");

/** Reads the request's body. Throws AppError "too-large", or "bad-request" when it is cut off or malformed. */
export function readPosted(request: Request): Promise<FormData> {
  const type = request.headers.get("Content-Type") ?? "";
  const multipart = /^multipart/i.test(type);
  const large = multipart && Number(request.headers.get("Content-Length") ?? Infinity) > MOST_BYTES;
  const read = async () => {
    const body = await readBody(request, multipart ? MOST_WITH_FILES : MOST_BYTES);
    const headers = { "Content-Type": type };
    const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => null);
    if (!form) throw new AppError("bad-request");
    return form;
  };
  return large ? withFiles(read) : read();
}

/**
 * Keeps the files that came with a form, beside those uploaded before; they count as such. Null when one of them can't be
 * taken. Throws "too-many".
 */
export async function keepFilesOf(
  place: { workspaceId: string; address: string | null },
  form: FormData,
  uploaded: string[],
): Promise<string[] | null> {
  const files = filesIn(form);
  if (files.length + uploaded.length > SHOPPER_FILES.most) return null;
  const tokens: string[] = [];
  for (const file of files) {
    const bytes = Buffer.from(await file.arrayBuffer());
    const kept = await takeUpload(place, { name: file.name, bytes }).catch(unlessRefused);
    if (!kept) return null;
    tokens.push(kept.token);
  }
  return [...uploaded, ...tokens];
}

function unlessRefused(error: unknown): null {
  if (error instanceof AppError && ["invalid", "too-large"].includes(error.code)) return null;
  throw error;
}
