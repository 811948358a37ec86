// One of the customer's own orders to show in the chat. Only of somebody whose customer account is proven.
import { Text } from "@shopify/polaris";
import { OrderIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { cardOfOrder } from "../../../channels/chat/order-card.ts";
import type { CardOrder } from "../../../customers/order-row.ts";
import type { CustomerCard } from "../../../customers/profile.ts";
import type { TicketView } from "../../../tickets/ticket-view.ts";
import { CardPopover } from "./card-popover.tsx";
import { CardWords } from "./cards.tsx";
import styles from "./cards.module.css";

export function OrderPicker({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation();
  const label = t("chat.cards.showOrder");
  const cards = ordersOf(ticket.card).map((order) => cardOfOrder(order, ticket.chat?.visitor.locale ?? null));
  return (
    <CardPopover ticketId={ticket.id} icon={OrderIcon} label={label}>
      {(choose) => (
        <>
          <Text as="h3" variant="headingSm">
            {label}
          </Text>
          {cards.length ? null : (
            <Text as="p" tone="subdued">
              {t("chat.cards.noOrders")}
            </Text>
          )}
          <ul className={styles.found}>
            {cards.map((card) => (
              <li key={card.name}>
                <button type="button" className={styles.choice} onClick={() => choose(card)}>
                  <CardWords card={card} linked={false} />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </CardPopover>
  );
}

function ordersOf(card: CustomerCard): CardOrder[] {
  if (card.state === "found") return card.customer.orders;
  return card.state === "unread" ? card.orders : [];
}
