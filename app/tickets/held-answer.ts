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
] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

/** Whether it can go to the customer at a press: not what has no text, or still carries our own notification. */
export const maySendHeld = (reason: string | null): boolean => reason !== "empty" && reason !== "quoted";
