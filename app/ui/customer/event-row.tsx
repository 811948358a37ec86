import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { CustomerEvent } from "../../customers/events/metrics.ts";
import { formatMoney } from "../../lib/money.ts";
import { useClock } from "../clock.tsx";
import { TimeOfDay } from "../moment.tsx";
import styles from "./timeline.module.css";

/** One thing that happened, with the way to the order or the ticket it is about. */
export function EventRow({ event }: { event: CustomerEvent }) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const { amount, order, ticket, page } = event;
  return (
    <li className={styles.event} data-testid="customer-event" data-metric={event.metric}>
      <TimeOfDay at={event.at} />
      <span>
        {order ? (
          <a href={order.adminUrl} target="_top">
            {t(`timeline.said.${saying(event)}`, { order: order.name })}
          </a>
        ) : (
          t(`timeline.said.${saying(event)}`)
        )}
        {page ? <span className={styles.about}> {t("timeline.fromPage", { page })}</span> : null}
        {ticket ? (
          <>
            <br />
            <Link to={`/app/tickets/${ticket.id}?view=all`} className={styles.about}>
              {t("timeline.ticket", { number: ticket.number, subject: ticket.subject })}
            </Link>
          </>
        ) : null}
      </span>
      <span className={styles.amount}>{amount ? formatMoney(amount, reader.locale) : null}</span>
    </li>
  );
}

const saying = ({ metric, ours }: CustomerEvent) => {
  if (metric === "chat") return ours ? "chatOut" : "chat";
  if (metric === "sms") return ours ? "smsOut" : "sms";
  return metric;
};
