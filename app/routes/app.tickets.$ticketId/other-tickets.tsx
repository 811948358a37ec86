// What else the customer has written about, each a press away with a way back.
import { Link, useLocation } from "@remix-run/react";
import { BlockStack, Button, InlineError, SkeletonBodyText, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { OtherTicket } from "../../tickets/others.server.ts";
import type { TicketView } from "../../tickets/ticket-view.ts";
import { useAhead } from "../../ui/ahead.ts";
import { Age } from "../../ui/moment.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useOthers } from "./use-others.ts";
import styles from "./details.module.css";

export function OtherTickets({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation();
  const { tickets, more, fetching, failed, showMore } = useOthers(ticket.id);
  return (
    <section aria-label={t("conversation.others")} className={styles.about} data-testid="other-tickets">
      <BlockStack gap="300" inlineAlign="stretch">
        <Text as="h3" variant="headingSm">
          {t("conversation.others")}
        </Text>
        {tickets ? (
          tickets.length ? (
            <ul className={styles.others}>
              {tickets.map((other) => (
                <Other key={other.id} other={other} from={ticket} />
              ))}
            </ul>
          ) : (
            <Text as="p" tone="subdued">
              {t("conversation.noOthers")}
            </Text>
          )
        ) : failed ? null : (
          <SkeletonBodyText lines={2} />
        )}
        {failed ? <InlineError fieldID="others" message={t("conversation.othersFailed")} /> : null}
        {more || failed ? (
          <Button size="slim" onClick={showMore} loading={fetching}>
            {t(failed ? "conversation.tryAgain" : "conversation.moreOthers")}
          </Button>
        ) : null}
      </BlockStack>
    </section>
  );
}

function Other({ other, from }: { other: OtherTicket; from: TicketView }) {
  const { t } = useTranslation();
  const { search, state } = useLocation();
  const ahead = useAhead(other.id);
  const subject = other.subject || t("list.noSubject");
  return (
    <li>
      <Link
        to={`/app/tickets/${other.id}${search}`}
        state={{ from: { id: from.id, number: from.number, state: state as unknown } }}
        className={styles.other}
        preventScrollReset
        {...ahead}
      >
        <span className={styles.otherSubject} title={subject}>
          {subject}
        </span>
        <span className={styles.otherFacts}>
          <span>{other.number}</span>
          <StatusBadge status={other.status} />
          <Age at={other.lastMessageAt} />
        </span>
      </Link>
    </li>
  );
}
