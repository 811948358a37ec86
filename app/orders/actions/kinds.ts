// The words of order actions, for pages too. Pure.

export const ACTIONS = ["edit", "cancel", "refund", "address", "resend"] as const;
export type ActionKind = (typeof ACTIONS)[number];

export type IntentState = "waiting" | "running" | "done" | "failed" | "unknown" | "declined";

/** Why an action failed, in our words' keys; `said` beside it is Shopify's own sentence. */
export const FAILURES = [
  "changed",
  "refused",
  "denied",
  "signed-out",
  "throttled",
  "not-through",
  "unclear",
] as const;
export type FailureReason = (typeof FAILURES)[number];

/** Shopify's limit for its notes. */
export const LONGEST_NOTE = 255;

export const REASONS = ["CUSTOMER", "INVENTORY", "FRAUD", "DECLINED", "STAFF", "OTHER"] as const;
