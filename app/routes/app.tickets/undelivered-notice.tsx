import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import styles from "./inbox.module.css";

/** A reply did not arrive, or has not left for minutes: nobody should have to find that out from the customer. */
export function UndeliveredNotice({ count }: { count: number }) {
  const { t } = useTranslation();
  if (!count) return null;
  return (
    <p className={styles.notice} data-tone="critical" data-testid="undelivered-notice">
      {count < MOST ? t("undelivered.banner", { count }) : t("undelivered.bannerMany", { most: count })}{" "}
      <Link to="/app/undelivered">{t("undelivered.look")}</Link>
    </p>
  );
}

/** The count stops here (tickets/undelivered.server.ts). */
const MOST = 100;
