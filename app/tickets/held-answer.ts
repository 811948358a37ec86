// An answer mailed to an agent's answer address that was kept and not sent. Pure.

export const HELD_REASONS = [
  "other-sender",
  "not-authenticated",
  "no-role",
  "moved-on",
  "unknown-thread",
  "empty",
  "quoted",
  "no-address",
  "files",
  "variables",
] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

const NEVER = ["empty", "quoted", "files", "variables"];

/**
 * Whether it can go to the customer at a press: not what has no text, still carries our own notification or a variable
 * of ours, or has files no mail takes.
 */
export const maySendHeld = (reason: string | null): boolean => !NEVER.includes(reason ?? "");
