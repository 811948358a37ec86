import { Link } from "@remix-run/react";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { ListedTicket } from "../../tickets/list.server.ts";
import { listPath } from "../../tickets/list-query.ts";
import type { View } from "../../tickets/view.ts";
import { useBadge } from "../../ui/agent.tsx";
import { useAhead } from "../../ui/ahead.ts";
import { Marked } from "../../ui/marked.tsx";
import { Age } from "../../ui/moment.tsx";
import { RowBox } from "./bulk/row-box.tsx";
import { useLongPress } from "./bulk/use-long-press.ts";
import { choose } from "./bulk/use-selection.ts";
import { PriorityMark } from "./priority-mark.tsx";
import { RowFacts } from "./row-facts.tsx";
import { RowRisk } from "./row-risk.tsx";
import { RowLabels } from "./row-labels.tsx";
import styles from "./row.module.css";

/** One ticket: who, what about, how it begins, where it came in. */
export const Row = memo(function Row(props: {
  row: ListedTicket;
  view: View;
  /** of the list, kept in the ticket's address */
  query: string;
  current: boolean;
}) {
  const { t } = useTranslation();
  const { row, view, query, current } = props;
  const ahead = useAhead(row.id);
  const press = useLongPress(() => choose(query, row.id, false));
  const who =
    row.customerName ||
    row.customerAddress ||
    row.chat?.name ||
    t(row.chat ? "chat.someone" : "list.unknownSender");
  const subject = row.subject || t("list.noSubject");
  // What is open is being read.
  const unread = row.unread && !current;
  const dot = useBadge() ? styles.dot : styles.unmarked;
  return (
    <li className={styles.item} {...press}>
      <RowBox id={row.id} number={row.number} query={query} />
      <Link
        to={listPath(query, row.id)}
        className={styles.row}
        aria-current={current ? "true" : undefined}
        data-unread={unread}
        data-testid="ticket-row"
        data-number={row.number}
        data-ticket={row.id}
        preventScrollReset
        {...ahead}
      >
        <span className={styles.top}>
          {unread ? <span className={dot} role="img" aria-label={t("list.unread")} /> : null}
          <span className={styles.who} title={who}>
            <Marked text={who} />
          </span>
          <PriorityMark priority={row.priority} />
          <Age at={row.lastMessageAt} className={styles.age} />
        </span>
        <span className={styles.subject} title={subject}>
          <Marked text={subject} />
        </span>
        <span className={styles.preview}>
          <Marked text={row.preview} />
        </span>
        <RowRisk row={row} dated={view === "at-risk"} />
        <RowLabels ids={row.labels} />
        <RowFacts row={row} view={view} />
      </Link>
    </li>
  );
});
