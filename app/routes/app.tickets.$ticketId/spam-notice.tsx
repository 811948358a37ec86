import { Banner } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { TicketPage } from "../../tickets/thread.server.ts";
import { useOptimistic } from "./use-optimistic.ts";
import styles from "./ticket.module.css";
import { VerbFailed } from "./verb-failed.tsx";

/** Above a conversation in the spam queue: what that means, and the way out. */
export function SpamNotice({ ticket }: { ticket: TicketPage }) {
  const { t } = useTranslation();
  const spam = useOptimistic(ticket.spam);
  const restore = () => void spam.change(false, "DELETE", `/app/tickets/${ticket.id}/spam`);
  return (
    <>
      {spam.value ? (
        <div className={styles.notice} data-testid="spam-notice">
          <Banner tone="warning" action={{ content: t("spam.restore"), onAction: restore }}>
            {t("spam.notice")}
          </Banner>
        </div>
      ) : null}
      <VerbFailed failure={spam.failure} onDismiss={spam.forget} />
    </>
  );
}
