// What a shopper answered to the questions of the store's own contact form, beside their message.
import { useTranslation } from "react-i18next";
import type { ThreadMessage } from "../../tickets/thread.server.ts";
import { LinkedText } from "../../ui/linked-text.tsx";
import styles from "./answers.module.css";

export function Answers({ message }: { message: ThreadMessage }) {
  const { t } = useTranslation();
  if (!message.answers.length) return null;
  return (
    <dl className={styles.answers} aria-label={t("message.answers")} data-testid="answers">
      {message.answers.map(({ label, value }, index) => (
        <div key={index} className={styles.answer}>
          <dt>{label}</dt>
          <dd>
            <LinkedText text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
