// What an agent changed about a ticket, in words for the thread.
import type { TFunction } from "i18next";
import { milestoneOf } from "../../orders/milestone.ts";
import type { ThreadEvent } from "../../tickets/thread.server.ts";
import { sayRisk } from "./say-risk.ts";
import { PRIORITIES } from "../../tickets/ticket.ts";

/** Null for events that are no such change. `sayWhen` writes a moment to come. */
export function sayChange(
  t: TFunction,
  { type, actorKind, actorName, data }: ThreadEvent,
  sayWhen: (at: string) => string,
): string | null {
  const name = actorName ?? t("state.events.somebody");
  const named = typeof data.name === "string" && data.name ? data.name : t("state.events.aLabel");
  switch (type) {
    case "snoozed":
      if (milestoneOf(data.for)) return sayWait(t, name, data);
      return t("state.events.snoozed", {
        name,
        until: typeof data.until === "string" ? sayWhen(data.until) : "",
      });
    case "woken":
      if (actorKind === "customer") return t("state.events.wokenByCustomer");
      if (data.reason === "undelivered") return t("state.events.wokenUndelivered");
      if (milestoneOf(data.for)) return sayWaitOver(t, data);
      return actorName ? t("state.events.wokenBy", { name }) : t("state.events.woken");
    case "raised":
      return t("state.events.raised");
    case "order-at-risk":
    case "order-out-of-risk":
      return sayRisk(t, name, data);
    case "archived":
      return t("state.events.archived", { name });
    case "priority-changed": {
      const priority = PRIORITIES.find((one) => one === data.priority) ?? "normal";
      return t("state.events.priority", { name, priority: t(`state.priority.${priority}`) });
    }
    case "label-added":
      return t("state.events.labelAdded", { name, label: named });
    case "label-removed":
      return t("state.events.labelRemoved", { name, label: named });
    case "department-changed":
      return typeof data.name === "string"
        ? t("state.events.department", { name, department: named })
        : t("state.events.noDepartment", { name });
    default:
      return null;
  }
}

/** The order's own name is not there any more once its customer was forgotten. */
const orderIn = (t: TFunction, { order }: ThreadEvent["data"]): string =>
  typeof order === "string" ? order : t("state.wait.order");

function sayWait(t: TFunction, name: string, data: ThreadEvent["data"]): string {
  const until = t(`state.wait.until.${milestoneOf(data.for) ?? "shipped"}`, { order: orderIn(t, data) });
  return t("state.wait.snoozed", { name, until });
}

function sayWaitOver(t: TFunction, data: ThreadEvent["data"]): string {
  const order = orderIn(t, data);
  const milestone = milestoneOf(data.for) ?? "shipped";
  if (data.end === "cancelled") return t("state.wait.cancelled", { order });
  return t(data.end === "happened" ? `state.wait.happened.${milestone}` : `state.wait.late.${milestone}`, {
    order,
  });
}
