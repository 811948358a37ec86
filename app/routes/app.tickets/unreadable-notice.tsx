import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import styles from "./inbox.module.css";

/** For those who look after the inbox: something came in that no ticket could be made of. */
export function UnreadableNotice({ count }: { count: number }) {
  const { t } = useTranslation();
  if (!count) return null;
  return (
    <p className={styles.notice} data-testid="unreadable-notice">
      {t("unreadable.banner", { count })} <Link to="/app/unreadable">{t("unreadable.look")}</Link>
    </p>
  );
}
