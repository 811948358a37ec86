import { useTranslation } from "react-i18next";
import type { Recipients } from "../../mail/person.ts";
import { fullName } from "./full-name.ts";
import styles from "./recipients.module.css";

/** More than these may have to be scrolled through, also by keyboard. */
const AT_A_GLANCE = 2;

/** Everybody who gets it, in full: stands beside Send. */
export function RecipientsLine({ recipients }: { recipients: Recipients }) {
  const { t } = useTranslation();
  const fields = (["to", "cc", "bcc"] as const).filter((field) => recipients[field].length);
  const many = fields.flatMap((field) => recipients[field]).length > AT_A_GLANCE;
  return (
    <p
      className={styles.line}
      data-testid="reply-to"
      {...(many ? { role: "region", "aria-label": t("recipients.everybody"), tabIndex: 0 } : {})}
    >
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
