// One of the customer's own orders to show in the chat. Only of somebody whose customer account is proven.
import { Button, Text } from "@shopify/polaris";
import { OrderIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { cardOfOrder } from "../../../channels/chat/order-card.ts";
import type { CardOrder } from "../../../customers/order-row.ts";
import type { CustomerCard } from "../../../customers/profile.ts";
import type { TicketView } from "../../../tickets/ticket-view.ts";
import { Popover } from "../../../ui/popover.tsx";
import { startWriting } from "../composer/mode.ts";
import { pickCard } from "../composer/picked-cards.ts";
import { CardWords } from "./cards.tsx";
import styles from "./cards.module.css";

export function OrderPicker({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const cards = ordersOf(ticket.card).map((order) => cardOfOrder(order, ticket.chat?.visitor.locale ?? null));
  return (
    <Popover
      active={open}
      onClose={() => setOpen(false)}
      autofocusTarget="first-node"
      preferredPosition="above"
      activator={
        <Button
          icon={OrderIcon}
          variant="tertiary"
          accessibilityLabel={t("chat.cards.showOrder")}
          ariaExpanded={open}
          onClick={() => setOpen(!open)}
        />
      }
    >
      <section className={styles.picker} aria-label={t("chat.cards.showOrder")}>
        <Text as="h3" variant="headingSm">
          {t("chat.cards.showOrder")}
        </Text>
        {cards.length ? null : (
          <Text as="p" tone="subdued">
            {t("chat.cards.noOrders")}
          </Text>
        )}
        <ul className={styles.found}>
          {cards.map((card) => (
            <li key={card.name}>
              <button
                type="button"
                className={styles.choice}
                onClick={() => {
                  pickCard(ticket.id, card);
                  setOpen(false);
                  startWriting(ticket.id, "reply");
                }}
              >
                <CardWords card={card} linked={false} />
              </button>
            </li>
          ))}
        </ul>
      </section>
    </Popover>
  );
}

function ordersOf(card: CustomerCard): CardOrder[] {
  if (card.state === "found") return card.customer.orders;
  return card.state === "unread" ? card.orders : [];
}
