import { useAppBridge } from "@shopify/app-bridge-react";
import { Banner } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { TicketPage } from "../../tickets/thread.server.ts";
import { Ago } from "../../ui/moment.tsx";
import { useOptimistic } from "./use-optimistic.ts";
import styles from "./ticket.module.css";
import { VerbFailed } from "./verb-failed.tsx";

/** Above a conversation about an order that has not left: what they want changed, and how old it is. */
export function RiskNotice({ ticket }: { ticket: TicketPage }) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const atRisk = useOptimistic(ticket.riskSince !== null);
  const path = `/app/tickets/${ticket.id}/risk`;
  const dismiss = async () => {
    if (!(await atRisk.change(false, "DELETE", path))) return;
    const onAction = () => void atRisk.change(true, "POST", path);
    shopify.toast.show(t("risk.dismissed", { number: ticket.number }), {
      action: t("ticket.undo"),
      onAction,
    });
  };
  const { riskWish, riskOrderName: order, riskSince } = ticket;
  return (
    <>
      {atRisk.value && riskWish && riskSince && ticket.status !== "closed" ? (
        <div className={styles.notice} data-testid="risk-notice" data-wish={riskWish}>
          <Banner tone="warning" action={{ content: t("risk.dismiss"), onAction: () => void dismiss() }}>
            <strong>{t(`risk.wish.${riskWish}`, { order: order ?? t("state.wait.order") })}</strong>.{" "}
            {t("risk.placed")} <Ago at={riskSince} />. {t("risk.notSent")}
          </Banner>
        </div>
      ) : null}
      <VerbFailed failure={atRisk.failure} onDismiss={atRisk.forget} />
    </>
  );
}
