import { useTranslation } from "react-i18next";
import { Button } from "@shopify/polaris";
import type { TicketFilter } from "../../tickets/filter.ts";
import type { TicketList as FirstPage } from "../../tickets/list.server.ts";
import { useAnnounceListed } from "../../ui/listed.ts";
import { useStore } from "../../ui/store.ts";
import { density } from "./density.ts";
import { EmptyList } from "./empty.tsx";
import { Row } from "./row.tsx";
import { SearchEverywhere, SimilarNames } from "./search/below.tsx";
import { ListSkeleton } from "./skeleton.tsx";
import { useFocusBack } from "./use-focus-back.ts";
import { useListCommands } from "./use-list-commands.ts";
import { usePlace } from "./use-place.ts";
import type { Rows } from "./use-rows.ts";
import searchStyles from "./search/search.module.css";
import rowStyles from "./row.module.css";
import styles from "./inbox.module.css";

/** One list. Grows by "Show more", keeps its place while it is refreshed and when one comes back to it. */
export function TicketList(props: {
  filter: TicketFilter;
  query: string;
  list: Rows;
  similar: FirstPage["similar"];
  current: string | undefined;
  loading: boolean;
}) {
  const { t } = useTranslation();
  const { filter, query, current } = props;
  const { rows, more, showMore, busy, failed } = props.list;
  const pane = usePlace(query);
  const dense = useStore(density, "comfortable");
  useAnnounceListed(rows);
  useListCommands(pane, more ? showMore : null);
  useFocusBack(pane);
  if (props.loading) return <ListSkeleton />;
  const similar = <SimilarNames similar={props.similar} query={query} current={current} />;
  if (!rows.length) {
    return (
      <div className={styles.scroll} ref={pane} data-testid="list-scroll">
        <EmptyList filter={filter} />
        {similar}
      </div>
    );
  }
  return (
    <div className={styles.scroll} ref={pane} data-testid="list-scroll">
      <ul className={rowStyles.rows} data-testid="ticket-list" data-density={dense}>
        {rows.map((row) => (
          <Row key={row.id} row={row} view={filter.view} query={query} current={row.id === current} />
        ))}
      </ul>
      {more ? (
        <div className={styles.more}>
          {failed ? (
            <p role="alert" className={styles.failed}>
              {t("lists.moreFailed")}
            </p>
          ) : null}
          <Button onClick={showMore} loading={busy} fullWidth>
            {t("list.showMore")}
          </Button>
        </div>
      ) : null}
      {more || !filter.search ? null : (
        <>
          {similar}
          <p className={searchStyles.below}>
            <SearchEverywhere filter={filter} />
          </p>
        </>
      )}
    </div>
  );
}
