// What both doors of the chat have in common: a body of JSON in, JSON out, refusals in the protocol's words.
import { AppError, type ErrorCode } from "../../errors.ts";
import { readBody } from "../../lib/body.server.ts";
import { log } from "../../lib/log.server.ts";
import { parseJson } from "../../lib/parse-json.ts";
import type { Refusal, RefusalCode } from "./protocol.ts";
import { MOST_BYTES } from "./said.ts";

/** The parsed body of a verb. Throws too-large, invalid. */
export async function readSaid(request: Request): Promise<unknown> {
  const body = await readBody(request, MOST_BYTES);
  try {
    return parseJson(body.toString("utf8"));
  } catch {
    throw new AppError("invalid", { fields: [] });
  }
}

/** Any page may ask: the token in the body is what counts, and no cookie goes with it. */
export const FOR_ALL = { "Access-Control-Allow-Origin": "*" };
const HEADERS = {
  ...FOR_ALL,
  "Cache-Control": "no-store",
  "Content-Type": "application/json; charset=utf-8",
};

/** The answer to a verb. What could not be expected is logged, and is worth another try. */
export async function answered(work: () => Promise<object>): Promise<Response> {
  try {
    return new Response(JSON.stringify(await work()), { headers: HEADERS });
  } catch (error) {
    const { status, refusal } = refusalOf(error);
    const { retryAfter } = refusal;
    const headers = retryAfter ? { ...HEADERS, "Retry-After": String(retryAfter) } : HEADERS;
    return new Response(JSON.stringify(refusal), { status, headers });
  }
}

const CODES: Partial<Record<ErrorCode, RefusalCode>> = {
  "bad-request": "invalid",
  unauthorized: "not-found",
  "not-found": "not-found",
  gone: "gone",
  "too-large": "too-large",
  invalid: "invalid",
  "too-many": "too-many",
  "proof-needed": "prove",
  unavailable: "unavailable",
};

/** A failure as the protocol says it. A store without the app, or without its chat, is not found. */
export function refusalOf(error: unknown): { status: number; refusal: Refusal } {
  const code = error instanceof AppError ? CODES[error.code] : undefined;
  if (!code || !(error instanceof AppError)) {
    log.error({ err: error }, "the chat could not answer");
    return { status: 503, refusal: { error: "unavailable", retryAfter: 5 } };
  }
  const { fields, retryAfter, challenge } = error.detail;
  return {
    status: code === "unavailable" ? 404 : error.status,
    refusal: {
      error: code,
      ...(Array.isArray(fields) ? { fields: fields.map(String) } : {}),
      ...(typeof retryAfter === "number" ? { retryAfter } : {}),
      ...(typeof challenge === "string" ? { challenge } : {}),
    },
  };
}
