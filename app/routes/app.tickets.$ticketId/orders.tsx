import { Badge, BlockStack, InlineStack, Text } from "@shopify/polaris";
import type { BadgeProps } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { CardOrder } from "../../customers/order-row.ts";
import { useClock } from "../../ui/clock.tsx";
import { formatMoney } from "../../lib/money.ts";
import { Age } from "../../ui/moment.tsx";
import { OrderMenu } from "./order-actions/order-menu.tsx";
import styles from "./details.module.css";

/** The ticket they are shown beside. */
export interface TicketOfOrders {
  id: string;
  store: { name: string };
}

/** The latest orders, each a link to itself in Shopify. */
export function Orders({
  orders,
  ticket,
  onDone,
}: {
  orders: CardOrder[];
  ticket: TicketOfOrders;
  /** something was done to one of them */
  onDone: () => void;
}) {
  const { t } = useTranslation();
  return (
    <section aria-label={t("card.latest")}>
      <BlockStack gap="300">
        <Text as="h3" variant="headingSm">
          {t("card.latest")}
        </Text>
        {orders.length ? (
          <ul className={styles.orders}>
            {orders.map((order) => (
              <Order key={order.id} order={order} ticket={ticket} onDone={onDone} />
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

function Order({ order, ticket, onDone }: { order: CardOrder; ticket: TicketOfOrders; onDone: () => void }) {
  const { t } = useTranslation();
  const { reader } = useClock();
  return (
    <li className={styles.order} data-testid="order">
      <span className={styles.orderTop}>
        <a href={order.adminUrl} target="_top" className={styles.link}>
          {order.name}
        </a>
        <span className={styles.orderEnd}>
          <span className={styles.total}>{formatMoney(order.total, reader.locale)}</span>
          <OrderMenu ticket={ticket} order={order} onDone={onDone} />
        </span>
      </span>
      <InlineStack gap="100">
        {order.cancelled ? <Badge tone="critical">{t("card.cancelled")}</Badge> : null}
        {isPaid(order.paid) ? <Badge tone={PAID[order.paid]}>{t(`paid.${order.paid}`)}</Badge> : null}
        {isFulfilled(order.fulfilled) ? (
          <Badge tone={FULFILLED[order.fulfilled]}>{t(`fulfilled.${order.fulfilled}`)}</Badge>
        ) : null}
      </InlineStack>
      <span className={styles.small}>
        <Age at={order.createdAt} /> · {t("card.items", { count: order.items })}
      </span>
    </li>
  );
}

// Shopify's own colours for its own words; what it may add later shows no badge rather than a code.
const PAID = {
  AUTHORIZED: "attention",
  EXPIRED: "warning",
  PAID: undefined,
  PARTIALLY_PAID: "warning",
  PARTIALLY_REFUNDED: undefined,
  PENDING: "warning",
  REFUNDED: undefined,
  VOIDED: undefined,
} satisfies Record<string, BadgeProps["tone"]>;

const FULFILLED = {
  FULFILLED: undefined,
  IN_PROGRESS: "attention",
  ON_HOLD: "warning",
  OPEN: "attention",
  PARTIALLY_FULFILLED: "warning",
  PENDING_FULFILLMENT: "attention",
  REQUEST_DECLINED: "warning",
  RESTOCKED: undefined,
  SCHEDULED: "info",
  UNFULFILLED: "attention",
} satisfies Record<string, BadgeProps["tone"]>;

const isPaid = (status: string | null): status is keyof typeof PAID => status !== null && status in PAID;
const isFulfilled = (status: string): status is keyof typeof FULFILLED => status in FULFILLED;
