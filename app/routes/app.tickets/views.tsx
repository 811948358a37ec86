import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { VIEWS, type View } from "../../tickets/view.ts";
import styles from "./inbox.module.css";

/** The standing views, as links. */
export function Views({ current }: { current: View }) {
  const { t } = useTranslation();
  return (
    <nav className={styles.views} aria-label={t("views.label")}>
      {VIEWS.map((view) => (
        <Link
          key={view}
          to={view === "inbox" ? "/app/tickets" : `/app/tickets?view=${view}`}
          className={styles.view}
          aria-current={view === current ? "page" : undefined}
          preventScrollReset
        >
          {t(`views.${view}`)}
        </Link>
      ))}
    </nav>
  );
}
