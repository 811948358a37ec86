import { Link } from "@remix-run/react";
import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { TicketOfCustomer } from "../../tickets/of-customer.ts";
import { Age } from "../../ui/moment.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import type { CustomerView } from "./customer-view.ts";
import styles from "./customer.module.css";

/** What they wrote about lately, in whichever store. */
export function TicketsSection({ view: { customer, tickets } }: { view: CustomerView }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t("customer.tickets")} data-testid="customer-tickets">
      <Card>
        <BlockStack gap="300">
          <InlineStack align="space-between" gap="200">
            <Text as="h2" variant="headingSm">
              {t("customer.tickets")}
            </Text>
            {tickets.length ? (
              <Link to={`/app/tickets?view=all&customer=${customer.id}`} className={styles.link}>
                {t("customer.allTickets")}
              </Link>
            ) : null}
          </InlineStack>
          {tickets.length ? (
            <ul className={styles.tickets}>
              {tickets.map((ticket) => (
                <Ticket key={ticket.id} ticket={ticket} />
              ))}
            </ul>
          ) : (
            <Text as="p" tone="subdued">
              {t("customer.noTickets")}
            </Text>
          )}
        </BlockStack>
      </Card>
    </section>
  );
}

function Ticket({ ticket }: { ticket: TicketOfCustomer }) {
  const { t } = useTranslation();
  return (
    <li>
      <Link to={`/app/tickets/${ticket.id}`} className={styles.ticket}>
        <span className={styles.subject}>{ticket.subject || t("list.noSubject")}</span>
        <span className={styles.facts}>
          <span>{ticket.number}</span>
          <StatusBadge status={ticket.status} />
          <span>{ticket.store.name}</span>
          <Age at={ticket.lastMessageAt} />
        </span>
      </Link>
    </li>
  );
}
