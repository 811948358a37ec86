// The right column: who the customer is, what Shopify knows, what the ticket is about.
import { Badge, BlockStack, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { TicketPage } from "../../tickets/thread.server.ts";
import type { Identity } from "../../customers/customer.ts";
import { CustomerCard } from "./customer-card.tsx";
import { Fact } from "./fact.tsx";
import { useCard } from "./use-card.ts";
import styles from "./details.module.css";

export function Details({ ticket }: { ticket: TicketPage }) {
  const { t } = useTranslation();
  const card = useCard(ticket.id);
  const { customer, store, topic, orderName, channel, number } = ticket;
  return (
    <BlockStack gap="500">
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd" breakWord>
          {customer?.name || customer?.email || t("card.unnamed")}
        </Text>
        <IdentityLine identity={ticket.identity} />
      </BlockStack>
      <CustomerCard card={card} storeName={store.name} />
      <section aria-label={t("card.ticket")} className={styles.about}>
        <BlockStack gap="300">
          <Text as="h3" variant="headingSm">
            {t("card.ticket")} {number}
          </Text>
          <dl className={styles.facts}>
            <Fact name={t("card.store")}>{store.name}</Fact>
            <Fact name={t(`channels.${channel}`)}>{customer?.email ?? t("card.unnamed")}</Fact>
            {topic ? <Fact name={t("card.topic")}>{topic}</Fact> : null}
            {orderName ? <Fact name={t("card.order")}>{orderName}</Fact> : null}
          </dl>
        </BlockStack>
      </section>
    </BlockStack>
  );
}

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
