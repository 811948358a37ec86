// What came of asking Shopify. Pure.
import type { FailureReason } from "./kinds.ts";

export type Outcome =
  | { state: "done" }
  | { state: "running"; jobId: string }
  | { state: "failed"; reason: FailureReason; said: string | null };

interface UserError {
  message: string;
}

/** Shopify's refusal in an answer with status 200, or null. */
export function refusal(errors: UserError[] | null | undefined): Outcome | null {
  const [first] = errors ?? [];
  return first ? { state: "failed", reason: "refused", said: first.message } : null;
}
