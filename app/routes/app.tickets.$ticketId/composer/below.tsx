import { useTranslation } from "react-i18next";
import type { TicketPage } from "../../../tickets/thread.server.ts";
import styles from "./composer.module.css";

/** What stands below the reply in the mail: the signature, and the conversation so far. */
export function Below({ answer }: { answer: TicketPage["answer"] }) {
  const { t } = useTranslation();
  return (
    <p className={styles.below}>
      {answer.signature ? (
        <span data-testid="signature">
          {t("reply.signature")}: {answer.signature.trim().replace(/\s*\n\s*/g, " · ")}.{" "}
        </span>
      ) : null}
      {t(answer.quotes ? "reply.quotes" : "reply.noQuotes")}
    </p>
  );
}
