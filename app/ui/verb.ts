// Asking the server to do something. Failures come back as values: they are shown where they happened, and
// nothing on the page is thrown away for them.
import type { ErrorCode } from "../errors.ts";

export type VerbFailure = {
  ok: false;
  error: ErrorCode | "network" | "unexpected";
  detail: Record<string, unknown>;
};
export type VerbResult<T = unknown> = { ok: true; data: T } | VerbFailure;

/**
 * Does (POST), undoes (DELETE) or asks (GET). App Bridge adds the session token to every fetch of our own
 * origin. `keepalive`: the page may be gone before the answer.
 */
export async function callVerb<T = unknown>(
  method: "GET" | "POST" | "DELETE",
  path: string,
  fields: Record<string, string> = {},
  { keepalive = false }: { keepalive?: boolean } = {},
): Promise<VerbResult<T>> {
  try {
    const body = method === "GET" ? undefined : new URLSearchParams(fields);
    const response = await fetch(path, { method, body, keepalive });
    const answer: unknown = await response.json().catch(() => null);
    if (response.ok) return { ok: true, data: answer as T };
    return { ok: false, error: "unexpected", detail: {}, ...refusal(answer) };
  } catch {
    return { ok: false, error: "network", detail: {} };
  }
}

/** What an expected failure says of itself (auth.server.ts, `answer`). */
export function refusal(body: unknown): Omit<VerbFailure, "ok"> | null {
  if (typeof body !== "object" || body === null || !("error" in body) || typeof body.error !== "string")
    return null;
  const detail = "detail" in body && typeof body.detail === "object" ? body.detail : null;
  return { error: body.error as ErrorCode, detail: (detail ?? {}) as Record<string, unknown> };
}
