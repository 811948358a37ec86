import { Badge } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { RowChat } from "../../tickets/row.server.ts";
import { useClock } from "../clock.tsx";
import { waited } from "./waited.ts";

/** How a chat stands, and while somebody waits in it, for how long. */
export function ChatBadge({ chat }: { chat: Omit<RowChat, "name"> }) {
  const { t } = useTranslation();
  const { now } = useClock();
  const { state, offline, gone, since } = chat;
  if (state === "ended") return <Badge size="small">{t("chat.badge.ended")}</Badge>;
  if (offline)
    return (
      <Badge size="small" tone="info">
        {t("chat.badge.offline")}
      </Badge>
    );
  if (gone)
    return (
      <Badge size="small" tone="warning">
        {t("chat.badge.gone")}
      </Badge>
    );
  if (state === "running")
    return (
      <Badge size="small" tone="success">
        {t("chat.badge.live")}
      </Badge>
    );
  const { unit, count } = waited(new Date(since), now);
  return (
    <span suppressHydrationWarning>
      <Badge size="small" tone={unit === "hours" || count >= 3 ? "critical" : "attention"}>
        {t(`chat.badge.waiting.${unit}`, { count })}
      </Badge>
    </span>
  );
}
