import { useTranslation } from "react-i18next";
import { PRIORITIES, STATUSES, type ChannelKind } from "../../../tickets/ticket.ts";
import type { Words } from "./chips.ts";

export const CHANNEL_KINDS: readonly ChannelKind[] = ["form", "email", "chat", "sms"];

/** The words a filter's values have beside the names of people and things. */
export function useWords(): Words {
  const { t } = useTranslation();
  return (field, value) => {
    const status = STATUSES.find((one) => one === value);
    const priority = PRIORITIES.find((one) => one === value);
    const channel = CHANNEL_KINDS.find((one) => one === value);
    if (field === "status" && status) return t(`status.${status}`);
    if (field === "priority" && priority) return t(`lists.priority.${priority}`);
    if (field === "channel" && channel) return t(`channels.${channel}`);
    if (field === "assignee" && value === "me") return t("lists.filters.me");
    if (field === "assignee" && value === "none") return t("lists.filters.nobody");
    if (field === "department" && value === "none") return t("lists.filters.noDepartment");
    return t("lists.filters.gone");
  };
}
