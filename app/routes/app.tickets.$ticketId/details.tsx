// The right column: who the customer is, what Shopify knows, what the ticket is about.
import { Link } from "@remix-run/react";
import { Badge, BlockStack, InlineStack, Text } from "@shopify/polaris";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TicketView } from "../../tickets/ticket-view.ts";
import type { Identity } from "../../customers/customer.ts";
import { About } from "./about.tsx";
import { CustomerCard } from "./customer-card.tsx";
import { WaitingActions } from "./order-actions/waiting.tsx";
import { OtherTickets } from "./other-tickets.tsx";
import { useSlow } from "../../ui/slow.ts";
import { useCard } from "./use-card.ts";
import styles from "./details.module.css";

const CARD_MAY_TAKE = 3_000;

/** Drawn anew when the ticket changes, not with every step of the page. */
export const Details = memo(function Details({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation();
  const card = useCard(ticket.id);
  // Below what is still to come nothing stands that it would push away; but Shopify may take long.
  const late = useSlow(card.card === null, CARD_MAY_TAKE);
  const below = card.card !== null || late;
  const { customer } = ticket;
  const [own, setOwn] = useState(0);
  const last = ticket.events.findLast(({ type }) => type.startsWith("order-action-"))?.id;
  const heard = last || own ? `${last ?? ""} ${own}` : null;
  const onDone = () => {
    setOwn((before) => before + 1);
    card.askAgain();
  };
  return (
    <BlockStack gap="500">
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd" breakWord>
          {customer ? (
            <Link to={`/app/customers/${customer.id}`} className={styles.link}>
              {customer.name || customer.email || t("card.unnamed")}
            </Link>
          ) : (
            t("card.unnamed")
          )}
        </Text>
        <IdentityLine identity={ticket.identity} />
      </BlockStack>
      <WaitingActions ticket={ticket} heard={heard} />
      <CustomerCard card={card} ticket={ticket} onDone={onDone} />
      {below ? (
        <>
          <About ticket={ticket} />
          <OtherTickets ticket={ticket} />
        </>
      ) : null}
    </BlockStack>
  );
});

const TONES = { verified: "success", claimed: undefined, mismatch: "warning" } as const;

/** How sure we are that the person is who they say, and what that means for the agent. */
function IdentityLine({ identity }: { identity: Identity }) {
  const { t } = useTranslation();
  return (
    <div data-testid="identity" data-identity={identity}>
      <BlockStack gap="100">
        <InlineStack>
          <Badge tone={TONES[identity]}>{t(`identity.${identity}`)}</Badge>
        </InlineStack>
        <Text as="p" tone={identity === "mismatch" ? "caution" : "subdued"} variant="bodySm">
          {t(`identity.${identity}Help`)}
        </Text>
      </BlockStack>
    </div>
  );
}
