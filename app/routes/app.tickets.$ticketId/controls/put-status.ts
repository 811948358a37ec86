import type { Ask, Shown } from "./use-asking.ts";

export type Standing = Pick<Shown, "status" | "snoozedUntil" | "snoozedFor">;

export const OPEN: Standing = { status: "open", snoozedUntil: null, snoozedFor: null };
export const CLOSED: Standing = { status: "closed", snoozedUntil: null, snoozedFor: null };

/** Asks for a status by the verb that leads there from what it is; a time that has passed meanwhile means open. */
export function putStatus(ask: Ask, from: Standing, to: Standing, time: Date) {
  if (to.status === "closed") return ask(CLOSED, "POST", "closure");
  if (to.status === "snoozed" && to.snoozedFor) return ask(to, "POST", "snooze", { for: to.snoozedFor });
  if (to.status === "snoozed" && to.snoozedUntil && new Date(to.snoozedUntil) > time)
    return ask(to, "POST", "snooze", { until: to.snoozedUntil });
  return ask(OPEN, "DELETE", from.status === "closed" ? "closure" : "snooze");
}
