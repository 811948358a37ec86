import { Banner, BlockStack, Button, SkeletonBodyText, SkeletonDisplayText, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { CardCustomer, CardProblem } from "../../customers/profile.ts";
import { useClock } from "../../ui/clock.tsx";
import { formatDate } from "../../ui/dates.ts";
import { formatMoney } from "../../lib/money.ts";
import { Fact, Facts } from "../../ui/fact.tsx";
import { Orders, type TicketOfOrders } from "./orders.tsx";
import type { CardState } from "./use-card.ts";
import styles from "./details.module.css";

/** What Shopify says of the customer, or one clear line why it says nothing. */
export function CustomerCard({
  card: { card, asking, askAgain },
  ticket,
  onDone,
}: {
  card: CardState;
  ticket: TicketOfOrders;
  /** something was done to an order */
  onDone: () => void;
}) {
  const { t } = useTranslation();
  if (!card) return <CardSkeleton />;
  if (card.state === "found") {
    return (
      <div data-testid="customer-card" data-state="found">
        <Customer customer={card.customer} withheld={card.withheld} ticket={ticket} onDone={onDone} />
      </div>
    );
  }
  return (
    <div
      data-testid="customer-card"
      data-state={card.state}
      data-problem={card.state === "problem" ? card.problem : undefined}
    >
      <BlockStack gap="300" inlineAlign="start">
        {card.state === "none" ? (
          <Text as="p" tone="subdued">
            {t("card.none", { store: ticket.store.name })}
          </Text>
        ) : (
          <Problem problem={card.problem} store={ticket.store.name} />
        )}
        <Button size="slim" onClick={askAgain} loading={asking}>
          {t("card.retry")}
        </Button>
      </BlockStack>
    </div>
  );
}

function Problem({ problem, store }: { problem: CardProblem; store: string }) {
  const { t } = useTranslation();
  return (
    <Text as="p" tone={problem === "slow" || problem === "throttled" ? "subdued" : "caution"}>
      {t(`card.problem.${problem}`, { store })}
    </Text>
  );
}

function Customer({
  customer,
  withheld,
  ticket,
  onDone,
}: {
  customer: CardCustomer;
  withheld: boolean;
  ticket: TicketOfOrders;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const { reader } = useClock();
  return (
    <BlockStack gap="400">
      {withheld ? <Banner tone="info">{t("card.withheld")}</Banner> : null}
      <Facts>
        {customer.email ? <Fact name={t("card.email")}>{customer.email}</Fact> : null}
        {customer.phone ? <Fact name={t("card.phone")}>{customer.phone}</Fact> : null}
        {customer.spent ? (
          <Fact name={t("card.spent")}>
            <strong data-testid="lifetime-value">{formatMoney(customer.spent, reader.locale)}</strong>
          </Fact>
        ) : null}
        <Fact name={t("card.orders")}>
          <span data-testid="order-count">
            {new Intl.NumberFormat(reader.locale).format(customer.numberOfOrders)}
          </span>
        </Fact>
        {customer.customerSince ? (
          <Fact name={t("card.since")}>{formatDate(new Date(customer.customerSince), reader)}</Fact>
        ) : null}
      </Facts>
      <a href={customer.adminUrl} target="_top" className={styles.link}>
        {t("card.open")}
      </a>
      <Orders orders={customer.orders} ticket={ticket} onDone={onDone} />
    </BlockStack>
  );
}

/** As high as a customer with a few orders. */
function CardSkeleton() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t("card.loading")} data-testid="customer-card" data-state="loading">
      <BlockStack gap="500">
        <SkeletonBodyText lines={5} />
        <SkeletonDisplayText size="small" />
        <SkeletonBodyText lines={3} />
        <SkeletonBodyText lines={3} />
      </BlockStack>
    </div>
  );
}
