import { Link, useSearchParams } from "@remix-run/react";
import { Badge, Icon } from "@shopify/polaris";
import { AttachmentIcon } from "@shopify/polaris-icons";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { ListedTicket } from "../../tickets/list.server.ts";
import type { View } from "../../tickets/view.ts";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { Age } from "../../ui/moment.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import styles from "./inbox.module.css";

/** One ticket: who, what about, how it begins, where it came in. */
export const Row = memo(function Row({
  row,
  view,
  current,
}: {
  row: ListedTicket;
  view: View;
  current: boolean;
}) {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const asked = search.get("view");
  // What is open is being read.
  const unread = row.unread && !current;
  return (
    <li>
      <Link
        to={`/app/tickets/${row.id}${asked ? `?view=${asked}` : ""}`}
        className={styles.row}
        aria-current={current ? "true" : undefined}
        data-unread={unread}
        data-testid="ticket-row"
        data-number={row.number}
        preventScrollReset
      >
        <span className={styles.rowTop}>
          {unread ? <span className={styles.dot} role="img" aria-label={t("list.unread")} /> : null}
          <span className={styles.who}>
            {row.customerName ?? row.customerAddress ?? t("list.unknownSender")}
          </span>
          <Age at={row.lastMessageAt} className={styles.age} />
        </span>
        <span className={styles.subject}>{row.subject || t("list.noSubject")}</span>
        <span className={styles.preview}>{row.preview}</span>
        <span className={styles.facts}>
          <ChannelIcon channel={row.channel} />
          {row.hasFiles ? (
            <span className={styles.clip} title={t("files.attached")} data-testid="has-files">
              <Icon source={AttachmentIcon} tone="subdued" accessibilityLabel={t("files.attached")} />
            </span>
          ) : null}
          <span className={styles.fact}>{row.number}</span>
          <span className={styles.fact}>{row.storeName}</span>
          {row.orderName ? <span className={styles.fact}>{row.orderName}</span> : null}
          {row.assigneeName ? (
            <span className={styles.assignee} title={t("list.assignedTo", { name: row.assigneeName })}>
              {row.assigneeName}
            </span>
          ) : null}
          {row.undelivered ? (
            <Badge tone="critical" size="small">
              {t("undelivered.mark")}
            </Badge>
          ) : null}
          {row.identity === "mismatch" ? <Badge tone="warning">{t("list.mismatch")}</Badge> : null}
          {view === "all" ? <StatusBadge status={row.status} /> : null}
        </span>
      </Link>
    </li>
  );
});
