// What a customer is worth, in one store, with the way to what each number counts. As high before Shopify has
// answered as after.
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";
import type { KnownCustomer } from "../../customers/known.ts";
import type { CardCustomer, CustomerCard } from "../../customers/profile.ts";
import { numberFormat } from "../../lib/formatters.ts";
import { formatMoney } from "../../lib/money.ts";
import { sayCount } from "../../tickets/of-customer.ts";
import { hasFeature } from "../../workspace/plans.ts";
import { useClock } from "../clock.tsx";
import { formatDate } from "../dates.ts";
import { Fact, Facts } from "../fact.tsx";
import { Locked } from "../locked.tsx";
import { useShop } from "../shop.tsx";
import styles from "./customer.module.css";

export function Figures({
  card,
  known,
  storeId,
}: {
  card: CustomerCard;
  known: KnownCustomer;
  storeId: string;
}) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const said = useSaid(card);
  const customer = card.state === "found" ? card.customer : null;
  return (
    <Facts>
      <Counted
        customer={customer}
        said={said}
        orders={`/app/customers/${known.id}?store=${storeId}#orders`}
      />
      <Fact name={t("customer.tickets")}>
        <Link to={`/app/tickets?view=all&customer=${known.id}`} className={styles.link}>
          <span data-testid="ticket-count">{sayCount(known.tickets, reader.locale)}</span>
        </Link>
      </Fact>
      <Fact name={t("card.since")}>
        {said(customer?.customerSince ? formatDate(new Date(customer.customerSince), reader) : null)}
      </Fact>
      <Fact name={t("customer.firstSeen")}>{formatDate(new Date(known.firstSeen), reader)}</Fact>
    </Facts>
  );
}

/** What is counted of their orders, where the plan has it. */
function Counted({
  customer,
  said,
  orders,
}: {
  customer: CardCustomer | null;
  said: (value: ReactNode) => ReactNode;
  /** where they are listed */
  orders: string;
}) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const shop = useShop();
  if (shop && !hasFeature(shop.plan, "salesStatistics")) return <Locked what={t("customer.counted")} />;
  return (
    <>
      <Fact name={t("customer.value")}>
        {said(
          customer?.spent ? (
            <strong data-testid="lifetime-value" title={t("customer.valueHelp")}>
              {formatMoney(customer.spent, reader.locale)}
            </strong>
          ) : null,
        )}
      </Fact>
      <Fact name={t("card.orders")}>
        {said(
          customer && customer.numberOfOrders !== null ? (
            <Link to={orders} className={styles.link}>
              <span data-testid="order-count">
                {numberFormat(reader.locale).format(customer.numberOfOrders)}
              </span>
            </Link>
          ) : null,
        )}
      </Fact>
    </>
  );
}

/** A value, or as much room while it is waited for. */
function useSaid(card: CustomerCard): (value: ReactNode) => ReactNode {
  const { t } = useTranslation();
  if (card.state === "unread" && !card.problem) return () => <span className={styles.waiting} aria-hidden />;
  return (value) => value ?? t("customer.unknown");
}
