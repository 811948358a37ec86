import { SkeletonBodyText, SkeletonDisplayText } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import styles from "./ticket-skeleton.module.css";

/** As high as a ticket's head and its first messages. */
export function TicketSkeleton() {
  const { t } = useTranslation();
  return (
    <div
      className={styles.ticket}
      role="status"
      aria-label={t("ticket.loading")}
      data-testid="ticket-skeleton"
    >
      <div className={styles.head}>
        <SkeletonDisplayText size="small" />
        <SkeletonBodyText lines={1} />
      </div>
      <div className={styles.message}>
        <SkeletonBodyText lines={4} />
      </div>
      <div className={styles.message}>
        <SkeletonBodyText lines={3} />
      </div>
    </div>
  );
}
