// What an agent changed about a ticket, in words for the thread.
import type { TFunction } from "i18next";
import type { ThreadEvent } from "../../tickets/thread.server.ts";
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
      return t("state.events.snoozed", {
        name,
        until: typeof data.until === "string" ? sayWhen(data.until) : "",
      });
    case "woken":
      if (actorKind === "customer") return t("state.events.wokenByCustomer");
      if (data.reason === "undelivered") return t("state.events.wokenUndelivered");
      return actorName ? t("state.events.wokenBy", { name }) : t("state.events.woken");
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
