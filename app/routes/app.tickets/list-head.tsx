// Above a list: which one it is where the views are folded, the search, and how it is narrowed and sorted.
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { View } from "../../tickets/view.ts";
import { ListMenu } from "./list-menu.tsx";
import { SearchField } from "./search-field.tsx";
import { ViewsMenu } from "./views/views-menu.tsx";
import styles from "./head.module.css";

export function ListHead({ view, query }: { view: View; query: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.head}>
      <div className={styles.foldedViews}>
        <ViewsMenu query={query} view={view} />
      </div>
      <div className={styles.line}>
        <SearchField />
        <ListMenu />
      </div>
      {view === "spam" ? (
        <p className={styles.hint}>
          <Link to="/app/blocked">{t("blocked.link")}</Link>
        </p>
      ) : null}
    </div>
  );
}
