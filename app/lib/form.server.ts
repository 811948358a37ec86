import { AppError } from "../errors.ts";
import { readBody } from "./body.server.ts";
import { parseJson } from "./parse-json.ts";

/** A form an agent's page may send: text only. */
const MOST_BYTES = 1024 * 1024;

/** The text fields of a posted form. Throws AppError "bad-request" for what is no form, "too-large" for a huge one. */
export async function readForm(request: Request): Promise<Record<string, string>> {
  const body = await readBody(request, MOST_BYTES);
  const headers = { "Content-Type": request.headers.get("Content-Type") ?? "" };
  const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => null);
  if (!form) throw new AppError("bad-request");
  return Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

/** A field that holds JSON. Throws AppError "bad-request". */
export function readJson(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    throw new AppError("bad-request");
  }
}
