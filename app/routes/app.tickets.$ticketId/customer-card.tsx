// What is known of the customer in the ticket's store. Nothing in it changes its height when Shopify answers.
import { Banner, BlockStack } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { TicketView } from "../../tickets/ticket-view.ts";
import { AsOf } from "../../ui/customer/as-of.tsx";
import { Contact } from "../../ui/customer/contact.tsx";
import { Figures } from "../../ui/customer/figures.tsx";
import { More } from "../../ui/customer/more.tsx";
import { Outlook } from "../../ui/customer/outlook.tsx";
import type { CardState } from "../../ui/customer/use-fresh.ts";
import { CardOrders } from "./card-orders.tsx";
import styles from "./details.module.css";

export function CustomerCard({
  state,
  ticket,
  onDone,
}: {
  state: CardState;
  ticket: TicketView;
  /** something was done to an order */
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const { card } = state;
  const { store, known } = ticket;
  const found = card.state === "found" ? card : null;
  return (
    <div
      data-testid="customer-card"
      data-state={card.state}
      data-problem={"problem" in card ? (card.problem ?? undefined) : undefined}
    >
      <BlockStack gap="400">
        {found?.withheld ? <Banner tone="info">{t("card.withheld")}</Banner> : null}
        <BlockStack gap="200">
          {known ? <Figures card={card} known={known} storeId={store.id} /> : null}
          <AsOf state={state} store={store.name} />
        </BlockStack>
        {ticket.customer ? (
          <Outlook customerId={ticket.customer.id} storeId={store.id} ticketId={ticket.id} />
        ) : null}
        {known ? (
          <More>
            <Contact customer={found?.customer ?? null} known={known} storeId={store.id} />
            {found ? (
              <a href={found.customer.adminUrl} target="_top" className={styles.link}>
                {t("card.open")}
              </a>
            ) : null}
          </More>
        ) : null}
        <CardOrders card={card} ticket={ticket} onDone={onDone} />
      </BlockStack>
    </div>
  );
}
