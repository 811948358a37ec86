import { useTranslation } from "react-i18next";
import type { Recipients } from "../../mail/person.ts";
import { fullName } from "./full-name.ts";
import styles from "./recipients.module.css";

/** Everybody who gets it, in full: stands beside Send. */
export function RecipientsLine({ recipients }: { recipients: Recipients }) {
  const { t } = useTranslation();
  const fields = (["to", "cc", "bcc"] as const).filter((field) => recipients[field].length);
  return (
    <p className={styles.line} data-testid="reply-to">
      {fields.length ? null : t("recipients.nobody")}
      {fields.map((field) => (
        <span key={field} className={styles.part}>
          <span className={styles.label}>{t(`recipients.${field}`)}</span>
          {"\u00a0"}
          {recipients[field].map(fullName).join(", ")}{" "}
        </span>
      ))}
    </p>
  );
}
