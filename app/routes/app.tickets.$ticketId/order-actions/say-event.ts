// What was done to an order, as a line in the thread.
import type { TFunction } from "i18next";
import { ACTIONS, FAILURES } from "../../../orders/actions/kinds.ts";
import type { ThreadEvent } from "../../../tickets/thread.server.ts";

/** null: the event is none of these. */
export function sayOrderEvent(t: TFunction, { type, actorName, data }: ThreadEvent): string | null {
  const name = actorName ?? t("message.team");
  if (type === "identity-confirmed")
    return t(`orderActions.events.${data.over === "other-account" ? "identityOver" : "identity"}`, { name });
  if (type === "identity-doubted") return t("orderActions.events.doubted", { name });
  if (!type.startsWith("order-action-")) return null;
  const action = ACTIONS.find((one) => one === data.action) ?? "edit";
  const what = t(`orderActions.events.what.${action}`, { order: String(data.order) });
  if (type === "order-action-asked")
    return t("orderActions.events.asked", { name, to: String(data.to), what });
  if (type === "order-action-declined") return t("orderActions.events.declined", { name, what });
  if (type === "order-action-done") return t("orderActions.events.done", { name, what });
  const reason = FAILURES.find((one) => one === data.reason) ?? "refused";
  const said = typeof data.said === "string" ? ` ${t("orderActions.said", { text: data.said })}` : "";
  return t("orderActions.events.failed", { what, why: `${t(`orderActions.failed.${reason}`)}${said}` });
}
