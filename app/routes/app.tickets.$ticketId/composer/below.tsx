import { useTranslation } from "react-i18next";
import type { TicketPage } from "../../../tickets/thread.server.ts";
import { TypingLine } from "../../../ui/presence/at-ticket.tsx";
import styles from "./composer.module.css";

/** One line above Send, always as high: what stands below a reply in the mail, and who else is writing. */
export function Below({ ticketId, answer }: { ticketId: string; answer: TicketPage["answer"] | null }) {
  return (
    <div className={styles.aboveSend}>
      {answer ? <BelowReply answer={answer} /> : null}
      <TypingLine ticketId={ticketId} />
    </div>
  );
}

/** The signature, and the conversation so far. */
function BelowReply({ answer }: { answer: TicketPage["answer"] }) {
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
