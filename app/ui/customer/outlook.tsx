// In a ticket: in two lines what the customer is expected to do, and the way to what they did. As high before it is known
// as after.
import { Link } from "@remix-run/react";
import { Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { MOST_EVENTS } from "../../customers/events/metrics.ts";
import type { CustomerForecast } from "../../customers/forecast/forecast.ts";
import { useClock } from "../clock.tsx";
import { Locked } from "../locked.tsx";
import styles from "./prediction.module.css";
import { sayInShort, sayNothingInShort } from "./say-forecast.ts";
import { useOutlook } from "./use-outlook.ts";

export function Outlook(props: { customerId: string; storeId: string; ticketId: string }) {
  const { customerId, storeId, ticketId } = props;
  const { t } = useTranslation();
  const outlook = useOutlook(customerId, storeId, ticketId);
  const page = `/app/customers/${customerId}?store=${storeId}`;
  const events = outlook?.events ?? 0;
  return (
    <section aria-label={t("forecast.title")} data-testid="outlook">
      <div className={styles.line}>
        {outlook ? <InShort forecast={outlook.forecast} page={page} /> : null}
      </div>
      <div className={styles.events}>
        {outlook ? (
          <Link to={`${page}#events`} data-testid="event-count">
            {events > MOST_EVENTS
              ? t("timeline.countMany", { count: MOST_EVENTS })
              : t("timeline.count", { count: events })}
          </Link>
        ) : null}
      </div>
    </section>
  );
}

function InShort({ forecast, page }: { forecast: CustomerForecast; page: string }) {
  const { t } = useTranslation();
  const { reader } = useClock();
  if (forecast.state === "locked") return <Locked what={t("forecast.locked")} />;
  if (forecast.state !== "known")
    return (
      <Text as="p" tone="subdued" variant="bodySm">
        {sayNothingInShort(forecast, t)}
      </Text>
    );
  const { next, risk } = sayInShort(forecast, t, reader);
  return (
    <Link to={`${page}#prediction`} data-testid="prediction-line">
      {next}
      <br />
      {risk}
    </Link>
  );
}
