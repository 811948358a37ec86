// Above the conversation: what it is about, whose it is, and the two things done most.
import { useAppBridge } from "@shopify/app-bridge-react";
import { Button, InlineStack } from "@shopify/polaris";
import { ChevronLeftIcon, PersonIcon } from "@shopify/polaris-icons";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import type { TicketPage } from "../../tickets/thread.server.ts";
import { useAgent } from "../../ui/agent.tsx";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useOptimistic } from "./use-optimistic.ts";
import { MoreActions } from "./more-actions.tsx";
import { SpamNotice } from "./spam-notice.tsx";
import { VerbFailed } from "./verb-failed.tsx";
import { useMoveOn, type Walk } from "./walk/use-walk.ts";
import { WalkButtons } from "./walk/walk-buttons.tsx";
import styles from "./ticket.module.css";

export function Head(props: {
  ticket: TicketPage;
  walk: Walk;
  detailsOpen: boolean;
  onDetails: () => void;
  detailsButton: Ref<HTMLDivElement>;
}) {
  const { t } = useTranslation();
  const { ticket } = props;
  const shopify = useAppBridge();
  const agent = useAgent();
  const status = useOptimistic(ticket.status);
  const assignee = useOptimistic(ticket.assignee?.id ?? null);
  const path = `/app/tickets/${ticket.id}`;
  const moveOn = useMoveOn(ticket.id);
  const mine = assignee.value === agent.id;

  const close = async () => {
    if (!(await status.change("closed", "POST", `${path}/closure`))) return;
    const undo = { action: t("ticket.undo"), onAction: () => void reopen() };
    shopify.toast.show(t("ticket.closedToast", { number: ticket.number }), undo);
    moveOn();
  };
  const reopen = () => status.change("open", "DELETE", `${path}/closure`);

  return (
    <header className={styles.head}>
      <div className={styles.headTop}>
        <Back toList={props.walk.toList} />
        <div className={styles.title}>
          <h2 id="ticket-subject" className={styles.subject}>
            {ticket.subject || t("list.noSubject")}
          </h2>
          <div className={styles.facts}>
            <ChannelIcon channel={ticket.channel} />
            <span className={styles.number}>{ticket.number}</span>
            <StatusBadge status={status.value} />
            {status.value === "open" && ticket.waitingOn === "customer" ? (
              <span data-testid="waits">{t("ticket.waitsOnCustomer")}</span>
            ) : null}
            <span data-testid="assignee">
              {assignee.value === null
                ? t("ticket.unassigned")
                : mine
                  ? t("ticket.assignedToYou")
                  : t("ticket.assignedTo", { name: ticket.assignee?.name ?? "" })}
            </span>
          </div>
        </div>
        <div className={styles.actions}>
          <InlineStack gap="200" wrap={false}>
            {mine ? (
              <Button onClick={() => void assignee.change(null, "DELETE", `${path}/assignment`)}>
                {t("ticket.unassign")}
              </Button>
            ) : (
              <Button onClick={() => void assignee.change(agent.id, "POST", `${path}/assignment`)}>
                {t("ticket.assign")}
              </Button>
            )}
            {status.value === "closed" ? (
              <Button onClick={() => void reopen()}>{t("ticket.reopen")}</Button>
            ) : (
              <Button onClick={() => void close()}>{t("ticket.close")}</Button>
            )}
            <WalkButtons walk={props.walk} />
            <MoreActions ticket={ticket} />
            <div className={styles.detailsButton} ref={props.detailsButton}>
              <Button
                icon={PersonIcon}
                onClick={props.onDetails}
                accessibilityLabel={t("ticket.details")}
                ariaExpanded={props.detailsOpen}
                ariaControls="ticket-details"
              />
            </div>
          </InlineStack>
        </div>
      </div>
      <SpamNotice ticket={ticket} />
      <VerbFailed failure={status.failure} onDismiss={status.forget} />
      <VerbFailed failure={assignee.failure} onDismiss={assignee.forget} />
    </header>
  );
}

/** To the list, where only one of the two has room. */
function Back({ toList }: { toList: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.back}>
      <Button
        icon={ChevronLeftIcon}
        variant="tertiary"
        accessibilityLabel={t("ticket.back")}
        onClick={toList}
      />
    </div>
  );
}
