// Above a list: which one it is where the views are folded, the search, and how it is narrowed and sorted.
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { View } from "../../tickets/view.ts";
import { AddFilter } from "./filters/add-filter.tsx";
import { FilterChips } from "./filters/filter-chips.tsx";
import { ListMenu } from "./list-menu.tsx";
import { SearchField } from "./search-field.tsx";
import { useFilter } from "./use-filter.ts";
import { ViewsMenu } from "./views/views-menu.tsx";
import styles from "./head.module.css";

export function ListHead({ view, query }: { view: View; query: string }) {
  const { t } = useTranslation();
  const { filter, change } = useFilter();
  return (
    <div className={styles.head}>
      <div className={styles.foldedViews}>
        <ViewsMenu query={query} view={view} />
      </div>
      <div className={styles.line}>
        <SearchField />
        <AddFilter filter={filter} change={change} />
        <ListMenu />
      </div>
      <FilterChips filter={filter} change={change} />
      {view === "spam" ? (
        <p className={styles.hint}>
          <Link to="/app/blocked">{t("blocked.link")}</Link>
        </p>
      ) : null}
    </div>
  );
}
