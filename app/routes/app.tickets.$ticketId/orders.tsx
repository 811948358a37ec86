import { BlockStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { CardOrder } from "../../customers/order-row.ts";
import { numberOf, ticketDoor } from "../../ui/orders/doors.ts";
import { outdateOrder } from "../../ui/orders/opened.ts";
import { OrderItem } from "../../ui/orders/order-item.tsx";
import orders from "../../ui/orders/orders.module.css";
import { NamedOrder } from "./named-order.tsx";
import { OrderMenu } from "./order-actions/order-menu.tsx";

/** The ticket they are shown beside. */
export interface TicketOfOrders {
  id: string;
  store: { name: string };
  /** gid of the order Shopify confirmed it is about */
  shopifyOrderId: string | null;
  /** as the customer wrote it */
  orderName: string | null;
}

/** The latest orders, each opens in place; first, and open already, the one the ticket is about. */
export function Orders({
  orders: latest,
  ticket,
  onDone,
}: {
  orders: CardOrder[];
  ticket: TicketOfOrders;
  /** something was done to one of them */
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const door = ticketDoor(ticket.id);
  const about = latest.find((order) => isAbout(order, ticket));
  const menuOf = (order: CardOrder) => (
    <OrderMenu
      ticket={ticket}
      order={order}
      onDone={() => {
        outdateOrder(numberOf(order.id));
        onDone();
      }}
    />
  );
  return (
    <section aria-label={t("card.latest")}>
      <BlockStack gap="200">
        <Text as="h3" variant="headingSm">
          {t("card.latest")}
        </Text>
        {latest.length || ticket.shopifyOrderId ? (
          <ul className={orders.orders}>
            {about ? (
              <OrderItem key={about.id} order={about} door={door} menu={menuOf(about)} about />
            ) : ticket.shopifyOrderId ? (
              <NamedOrder
                key={ticket.shopifyOrderId}
                gid={ticket.shopifyOrderId}
                name={ticket.orderName}
                door={door}
                menuOf={menuOf}
              />
            ) : null}
            {latest
              .filter((order) => order !== about)
              .map((order) => (
                <OrderItem key={order.id} order={order} door={door} menu={menuOf(order)} />
              ))}
          </ul>
        ) : (
          <Text as="p" tone="subdued">
            {t("card.noOrders")}
          </Text>
        )}
      </BlockStack>
    </section>
  );
}

/** Confirmed; or named, and among their own. */
const isAbout = (order: CardOrder, { shopifyOrderId, orderName }: TicketOfOrders): boolean =>
  shopifyOrderId ? order.id === shopifyOrderId : orderName !== null && bare(order.name) === bare(orderName);

const bare = (name: string): string => name.replace(/^#/, "").toLowerCase();
