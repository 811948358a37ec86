// What becomes of the ticket with the reply: it stays open, is closed, or is put aside until a time. Pure.
export type After = { then: "" } | { then: "close" } | { then: "snooze"; until: string };

export const NOTHING: After = { then: "" };
export const CLOSE: After = { then: "close" };
