import type { Ask, Shown } from "./use-asking.ts";

export type Standing = Pick<Shown, "status" | "snoozedUntil">;

/** Asks for a status by the verb that leads there from what it is; a time that has passed meanwhile means open. */
export function putStatus(ask: Ask, from: Standing, to: Standing, time: Date) {
  if (to.status === "closed") return ask({ status: "closed", snoozedUntil: null }, "POST", "closure");
  if (to.status === "snoozed" && to.snoozedUntil && new Date(to.snoozedUntil) > time)
    return ask(to, "POST", "snooze", { until: to.snoozedUntil });
  const open: Standing = { status: "open", snoozedUntil: null };
  return ask(open, "DELETE", from.status === "closed" ? "closure" : "snooze");
}
