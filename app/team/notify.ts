// Which messages are mailed to an agent. Pure.

export const NOTIFY = ["all", "mine", "none"] as const;
/** mine: of tickets assigned to them, and new ones nobody has */
export type Notify = (typeof NOTIFY)[number];

/** Reads a choice from a form or a row; null for anything else. */
export const notifyOf = (text: unknown): Notify | null => NOTIFY.find((choice) => choice === text) ?? null;
