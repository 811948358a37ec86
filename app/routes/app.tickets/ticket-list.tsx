import { Button, SkeletonBodyText } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { TicketList as List } from "../../tickets/list.server.ts";
import type { View } from "../../tickets/view.ts";
import { EmptyView } from "./empty.tsx";
import { Row } from "./row.tsx";
import { useMoreRows } from "./more-rows.ts";
import styles from "./inbox.module.css";

/** One view, newest first. Grows by "Show more", keeps its place while it is refreshed. */
export function TicketList(props: {
  view: View;
  first: List;
  current: string | undefined;
  loading: boolean;
}) {
  const { t } = useTranslation();
  const { rows, more, showMore, busy } = useMoreRows(props.view, props.first);
  if (props.loading) return <ListSkeleton />;
  if (!rows.length) return <EmptyView view={props.view} />;
  return (
    <div className={styles.scroll}>
      <ul className={styles.rows} data-testid="ticket-list">
        {rows.map((row) => (
          <Row key={row.id} row={row} view={props.view} current={row.id === props.current} />
        ))}
      </ul>
      {more ? (
        <div className={styles.more}>
          <Button onClick={showMore} loading={busy} fullWidth>
            {t("list.showMore")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function ListSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t("list.loading")} data-testid="list-skeleton">
      {Array.from({ length: 8 }, (_, index) => (
        <div key={index} className={styles.skeletonRow}>
          <SkeletonBodyText lines={3} />
        </div>
      ))}
    </div>
  );
}
