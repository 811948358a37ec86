// After the last hit of a search: names like the one that was typed, and where else to look.
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { wholeView, type TicketFilter } from "../../../tickets/filter.ts";
import { listPath, writeList } from "../../../tickets/list-query.ts";
import type { TicketList } from "../../../tickets/list.server.ts";
import { Row } from "../row.tsx";
import rowStyles from "../row.module.css";
import styles from "./search.module.css";

type Similar = NonNullable<TicketList["similar"]>;

export function SimilarNames(props: {
  similar: Similar | undefined;
  query: string;
  current: string | undefined;
}) {
  const { t } = useTranslation();
  const { similar, query, current } = props;
  if (!similar?.customers.length) return null;
  return (
    <section aria-label={t("search.similar")} data-testid="similar-names">
      <div className={styles.below}>
        <h2>{t("search.similar")}</h2>
        {similar.customers.map(({ id, name, email }) => (
          <Link key={id} to={listPath(writeList({ ...wholeView("all"), customer: id }))}>
            {t("search.allOf", { name: name || email })}
          </Link>
        ))}
      </div>
      <ul className={rowStyles.rows}>
        {similar.rows.map((row) => (
          <Row key={row.id} row={row} view="all" query={query} current={row.id === current} />
        ))}
      </ul>
    </section>
  );
}

/** The same search among all tickets; nothing where that was it already. */
export function SearchEverywhere({ filter }: { filter: TicketFilter }) {
  const { t } = useTranslation();
  const everywhere = writeList({ ...wholeView("all"), search: filter.search });
  if (!filter.search || writeList(filter) === everywhere) return null;
  return <Link to={listPath(everywhere)}>{t("search.everywhere")}</Link>;
}
