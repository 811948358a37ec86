import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listPath } from "../../tickets/list-query.ts";
import type { View } from "../../tickets/view.ts";
import styles from "./inbox.module.css";
import { useCounts } from "./views/views-context.tsx";

/** Above the inbox: what cannot wait for its turn there, as the order will have left by then. */
export function RiskBanner({ view }: { view: View }) {
  const { t } = useTranslation();
  const count = useCounts().views["at-risk"];
  if (!count || view !== "inbox") return null;
  return (
    <p className={styles.notice} data-testid="risk-banner">
      {t("risk.banner", { count })} <Link to={listPath("view=at-risk")}>{t("risk.look")}</Link>
    </p>
  );
}
