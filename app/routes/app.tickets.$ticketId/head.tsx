// Above the conversation: what it is about, how it stands, and the two things done most.
import { Button, InlineStack } from "@shopify/polaris";
import { ChevronLeftIcon, PersonIcon } from "@shopify/polaris-icons";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import type { TicketPage } from "../../tickets/thread.server.ts";
import { ChannelIcon } from "../../ui/channel-icon.tsx";
import { AtTicket } from "../../ui/presence/at-ticket.tsx";
import { ChatStrip } from "./chat/strip.tsx";
import { ArchiveNotice } from "./controls/archive-notice.tsx";
import { Controls } from "./controls/controls.tsx";
import { useVerbs } from "./controls/verbs.tsx";
import { MoreActions } from "./more-actions.tsx";
import { RiskNotice } from "./risk-notice.tsx";
import { SpamNotice } from "./spam-notice.tsx";
import type { Walk } from "./walk/use-walk.ts";
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
  const { now, close, reopen } = useVerbs();
  return (
    <header className={styles.head}>
      <div className={styles.headTop}>
        <Back toList={props.walk.toList} />
        <div className={styles.title}>
          <h2 id="ticket-subject" className={styles.subject} title={ticket.subject}>
            {ticket.subject || t("list.noSubject")}
          </h2>
          <div className={styles.facts}>
            <ChannelIcon channel={ticket.channel} />
            <span className={styles.number}>{ticket.number}</span>
            {now.status === "open" && ticket.waitingOn === "customer" ? (
              <span data-testid="waits">{t("ticket.waitsOnCustomer")}</span>
            ) : null}
            <AtTicket ticketId={ticket.id} />
          </div>
        </div>
        <div className={styles.actions}>
          <InlineStack gap="200" wrap={false}>
            {now.status === "closed" ? (
              <Button onClick={reopen}>{t("ticket.reopen")}</Button>
            ) : (
              <Button onClick={close}>{t("ticket.close")}</Button>
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
      <Controls />
      {ticket.chat ? <ChatStrip key={ticket.id} ticket={ticket} chat={ticket.chat} /> : null}
      <RiskNotice ticket={ticket} />
      <SpamNotice ticket={ticket} />
      <ArchiveNotice />
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
