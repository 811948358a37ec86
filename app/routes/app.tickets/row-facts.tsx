import { Badge, Icon } from "@shopify/polaris";
import { AttachmentIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import type { ListedTicket } from "../../tickets/list.server.ts";
import type { View } from "../../tickets/view.ts";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { ChatBadge } from "../../ui/chat/chat-badge.tsx";
import { useDirectory } from "../../ui/directory.tsx";
import { Faces } from "../../ui/presence/faces.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { RowTime } from "./row-time.tsx";
import styles from "./row.module.css";

/** The small line of a row: where it came in, its number and order, and what somebody should know of it. */
export function RowFacts({ row, view }: { row: ListedTicket; view: View }) {
  const { t } = useTranslation();
  const { stores } = useDirectory();
  return (
    <span className={styles.facts}>
      <Faces ticketId={row.id} />
      <ChannelIcon channel={row.channel} />
      {row.hasFiles ? (
        <span className={styles.clip} title={t("files.attached")} data-testid="has-files">
          <Icon source={AttachmentIcon} tone="subdued" accessibilityLabel={t("files.attached")} />
        </span>
      ) : null}
      <span className={styles.number}>{row.number}</span>
      {stores.length > 1 ? (
        <span className={styles.fact} title={row.storeName}>
          {row.storeName}
        </span>
      ) : null}
      {row.orderName ? (
        <span className={styles.fact} title={row.orderName}>
          {row.orderName}
        </span>
      ) : null}
      {row.chat && !(row.chat.state === "ended" && row.status === "closed") ? (
        <ChatBadge chat={row.chat} />
      ) : null}
      {row.draft ? <span className={styles.draft}>{t("compose.draft")}</span> : null}
      <RowTime row={row} />
      {row.undelivered ? (
        <Badge tone="critical" size="small">
          {t("undelivered.mark")}
        </Badge>
      ) : null}
      {row.identity === "mismatch" ? (
        <Badge tone="warning" size="small">
          {t("list.mismatch")}
        </Badge>
      ) : null}
      {row.status === "closed" && view !== "closed" ? <StatusBadge status={row.status} /> : null}
      {row.assigneeName && view !== "mine" ? (
        <span className={styles.assignee} title={t("list.assignedTo", { name: row.assigneeName })}>
          {row.assigneeName}
        </span>
      ) : null}
    </span>
  );
}
