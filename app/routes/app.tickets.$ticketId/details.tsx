// The right column: who the customer is, what Shopify knows, what the ticket is about.
import { Link } from "@remix-run/react";
import { BlockStack, Text } from "@shopify/polaris";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TicketView } from "../../tickets/ticket-view.ts";
import { CustomerMenu } from "../../ui/customer/customer-menu.tsx";
import { IdentityLine } from "../../ui/customer/identity.tsx";
import { About } from "./about.tsx";
import { VisitorCard } from "./chat/visitor-card.tsx";
import { CustomerCard } from "./customer-card.tsx";
import { WaitingActions } from "./order-actions/waiting.tsx";
import { OtherTickets } from "./other-tickets.tsx";
import { NoteAndTags } from "../../ui/customer/note-and-tags.tsx";
import { useFresh } from "../../ui/customer/use-fresh.ts";
import styles from "./details.module.css";
import who from "../../ui/customer/who.module.css";

/** Drawn anew when the ticket changes, not with every step of the page. */
export const Details = memo(function Details({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation();
  const { customer, store } = ticket;
  const state = useFresh(`/app/customers/card/${ticket.id}`, customer?.id ?? null, ticket.card);
  const [own, setOwn] = useState(0);
  const last = ticket.events.findLast(({ type }) => type.startsWith("order-action-"))?.id;
  const heard = last || own ? `${last ?? ""} ${own}` : null;
  const onDone = () => {
    setOwn((before) => before + 1);
    state.askAgain();
  };
  return (
    <BlockStack gap="500">
      <BlockStack gap="200">
        <div className={who.name}>
          <Text as="h2" variant="headingMd" breakWord>
            {customer ? (
              <Link to={`/app/customers/${customer.id}?store=${store.id}`} className={styles.link}>
                {customer.name || customer.email || t("card.unnamed")}
              </Link>
            ) : (
              (ticket.chat?.visitor.name ?? t(ticket.chat ? "chat.someone" : "card.unnamed"))
            )}
          </Text>
          {customer ? <CustomerMenu customerId={customer.id} /> : null}
        </div>
        {customer?.others?.length ? (
          <Text as="p" tone="subdued" variant="bodySm" breakWord>
            {t("who.also", { addresses: customer.others.join(", ") })}
          </Text>
        ) : null}
        {ticket.chat && !customer ? null : <IdentityLine ticket={ticket} />}
      </BlockStack>
      {ticket.chat ? <VisitorCard visitor={ticket.chat.visitor} /> : null}
      <WaitingActions ticket={ticket} heard={heard} />
      <CustomerCard state={state} ticket={ticket} onDone={onDone} />
      {customer ? (
        <NoteAndTags card={state.card} place={{ customerId: customer.id, store, ticketId: ticket.id }} />
      ) : null}
      <About ticket={ticket} />
      <OtherTickets ticket={ticket} />
    </BlockStack>
  );
});
