// What a customer is expected to do, each figure with its range and what it all rests on.
import { BlockStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { dateOfDay } from "../../customers/forecast/day.ts";
import type { CustomerForecast } from "../../customers/forecast/forecast.ts";
import { useClock } from "../clock.tsx";
import { formatDate } from "../dates.ts";
import { Locked } from "../locked.tsx";
import styles from "./prediction.module.css";
import { sayForecast, sayNothing } from "./say-forecast.ts";

export function Prediction({ forecast }: { forecast: CustomerForecast }) {
  const { t } = useTranslation();
  const { reader } = useClock();
  if (forecast.state === "locked") return <Locked what={t("forecast.locked")} />;
  if (forecast.state !== "known")
    return (
      <div data-testid="prediction" data-state={forecast.state}>
        <Text as="p" tone="subdued">
          {sayNothing(forecast, t)}
        </Text>
      </div>
    );
  const { figures, customers } = forecast;
  const on = (day: number) => formatDate(dateOfDay(day), { ...reader, timeZone: "UTC" });
  return (
    <div data-testid="prediction" data-state="known">
      <BlockStack gap="300">
        <dl className={styles.figures}>
          {sayForecast(forecast, t, reader).map(({ key, figure, sentence }) => (
            <div key={key} className={styles.figure} data-figure={key}>
              <dt>{t(`forecast.figures.${key}`)}</dt>
              <dd>
                <strong>{figure}</strong>
                <span>{sentence}</span>
              </dd>
            </div>
          ))}
        </dl>
        <Text as="p" tone="subdued" variant="bodySm">
          {t("forecast.rests", {
            count: figures.days,
            last: on(figures.lastDay),
            customers,
            day: on(figures.upTo),
          })}
        </Text>
      </BlockStack>
    </div>
  );
}
