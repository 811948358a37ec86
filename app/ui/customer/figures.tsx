// What a customer is worth, in one store, with the way to what each number counts. As high before Shopify has
// answered as after.
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";
import type { KnownCustomer } from "../../customers/known.ts";
import type { CustomerCard } from "../../customers/profile.ts";
import { numberFormat } from "../../lib/formatters.ts";
import { formatMoney } from "../../lib/money.ts";
import { sayCount } from "../../tickets/of-customer.ts";
import { useClock } from "../clock.tsx";
import { formatDate } from "../dates.ts";
import { Fact, Facts } from "../fact.tsx";
import styles from "./customer.module.css";

export function Figures({
  card,
  known,
  storeId,
}: {
  card: CustomerCard;
  known: KnownCustomer & { tickets: number };
  storeId: string;
}) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const customer = card.state === "found" ? card.customer : null;
  const said = (value: ReactNode) =>
    customer ? value : card.state === "unread" && !card.problem ? <Waiting /> : t("customer.unknown");
  const { format } = numberFormat(reader.locale);
  return (
    <Facts>
      <Fact name={t("customer.value")}>
        {said(
          customer?.spent ? (
            <strong data-testid="lifetime-value" title={t("customer.valueHelp")}>
              {formatMoney(customer.spent, reader.locale)}
            </strong>
          ) : (
            t("customer.unknown")
          ),
        )}
      </Fact>
      <Fact name={t("card.orders")}>
        {said(
          <Link to={`/app/customers/${known.id}?store=${storeId}#orders`} className={styles.link}>
            <span data-testid="order-count">{format(customer?.numberOfOrders ?? 0)}</span>
          </Link>,
        )}
      </Fact>
      <Fact name={t("customer.tickets")}>
        <Link to={`/app/tickets?view=all&customer=${known.id}`} className={styles.link}>
          <span data-testid="ticket-count">{sayCount(known.tickets, reader.locale)}</span>
        </Link>
      </Fact>
      <Fact name={t("card.since")}>
        {said(
          customer?.customerSince
            ? formatDate(new Date(customer.customerSince), reader)
            : t("customer.unknown"),
        )}
      </Fact>
      <Fact name={t("customer.firstSeen")}>{formatDate(new Date(known.firstSeen), reader)}</Fact>
    </Facts>
  );
}

const Waiting = () => <span className={styles.waiting} aria-hidden />;
