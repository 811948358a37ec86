// A customer's events by day, newest first, of the kinds the agent looks at.
import { BlockStack, Button, Text } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { METRICS, type CustomerEvent, type EventsPage, type Metric } from "../../customers/events/metrics.ts";
import { useClock } from "../clock.tsx";
import { dayName, dayOf } from "../dates.ts";
import { EventRow } from "./event-row.tsx";
import { useEvents } from "./use-events.ts";
import styles from "./timeline.module.css";

export function Timeline(props: { customerId: string; first: EventsPage; chosen: Metric[] }) {
  const { t } = useTranslation();
  const { now, reader } = useClock();
  const { events, more, metrics, choose, older, state } = useEvents(props);
  const days = Map.groupBy(events, ({ at }) => dayOf(new Date(at), reader));
  return (
    <BlockStack gap="400">
      <div className={styles.filter} role="group" aria-label={t("timeline.filter")}>
        {METRICS.map((metric) => (
          <Button
            key={metric}
            size="slim"
            pressed={metrics.includes(metric)}
            onClick={() => choose(toggled(metrics, metric))}
          >
            {t(`timeline.metrics.${metric}`)}
          </Button>
        ))}
        {metrics.length ? (
          <Button variant="plain" onClick={() => choose([])}>
            {t("timeline.showAll")}
          </Button>
        ) : null}
      </div>
      <div className={state === "asking" ? styles.old : undefined} aria-busy={state === "asking"}>
        <BlockStack gap="400">
          {events.length === 0 ? (
            <Text as="p" tone="subdued">
              {t(metrics.length ? "timeline.noneChosen" : "timeline.none")}
            </Text>
          ) : null}
          {[...days].map(([day, ofDay]) => (
            <Day
              key={day}
              name={sayDay(dayName(new Date(ofDay[0]?.at ?? day), now, reader), t)}
              events={ofDay}
            />
          ))}
        </BlockStack>
      </div>
      {state === "failed" ? (
        <Text as="p" tone="critical">
          {t("timeline.failed")}
        </Text>
      ) : null}
      {more ? (
        <div>
          <Button onClick={older} loading={state === "older"}>
            {t("timeline.more")}
          </Button>
        </div>
      ) : null}
    </BlockStack>
  );
}

function Day({ name, events }: { name: string; events: CustomerEvent[] }) {
  return (
    <section className={styles.day} aria-label={name}>
      <Text as="h3" variant="headingXs" tone="subdued">
        {name}
      </Text>
      <ul className={styles.events}>
        {events.map((event) => (
          <EventRow key={event.key} event={event} />
        ))}
      </ul>
    </section>
  );
}

const sayDay = (name: ReturnType<typeof dayName>, t: TFunction): string =>
  typeof name === "string" ? t(`time.${name}`) : name.date;

const toggled = (metrics: Metric[], metric: Metric): Metric[] =>
  metrics.includes(metric) ? metrics.filter((one) => one !== metric) : [...metrics, metric];
