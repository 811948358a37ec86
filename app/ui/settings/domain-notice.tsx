import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import styles from "./settings.module.css";

/** On every page, for those who can mend it: mail no longer leaves from the merchant's own domain. */
export function DomainNotice({ names }: { names: string[] }) {
  const { t } = useTranslation();
  if (!names[0]) return null;
  return (
    <p className={styles.notice} data-testid="domain-notice">
      {t("settings.domains.failing", { names: names.join(", ") })}{" "}
      <Link to={`/app/settings/email/domains/${names[0]}`}>{t("settings.domains.look")}</Link>
    </p>
  );
}
