// Holidays and other days with hours of their own, or none.
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Button, Card, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { withHolidays } from "../../automation/draft-hours.ts";
import { COUNTRIES, countryOfZone, type Country } from "../../automation/public-holidays.ts";
import type { Week } from "../../settings/hours.ts";
import { useClock } from "../../ui/clock.tsx";
import { AddDay } from "./add-day.tsx";
import type { PartProps } from "./form.tsx";
import styles from "./hours.module.css";
import { SpecialDayRow } from "./special-day.tsx";

export function SpecialDays(props: PartProps & { week: Week; timeZone: string; today: string }) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const { draft, set, changes, week, timeZone, today } = props;
  const { days } = draft;
  const { reader } = useClock();
  const names = new Intl.DisplayNames(reader.locale, { type: "region" });
  const [country, setCountry] = useState<Country | "">(countryOfZone(timeZone) ?? "");
  const propose = () => {
    if (!country) return;
    const all = withHolidays(days, country, today, week);
    set({ days: all });
    shopify.toast.show(t("hoursSettings.special.proposed", { count: all.length - days.length }));
  };
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t("hoursSettings.special.title")}
          </Text>
          <Text as="p" tone="subdued">
            {t("hoursSettings.special.help")}
          </Text>
        </BlockStack>
        {days.length ? (
          <ul className={styles.special} data-testid="special-days">
            {days.map((day) => (
              <SpecialDayRow
                key={day.date}
                day={day}
                past={day.date < today}
                changes={changes}
                onChange={(changed) => set({ days: days.map((one) => (one === day ? changed : one)) })}
                onRemove={() => set({ days: days.filter((one) => one !== day) })}
              />
            ))}
          </ul>
        ) : (
          <Text as="p">{t("hoursSettings.special.none")}</Text>
        )}
        {changes ? (
          <>
            <AddDay days={days} today={today} onAdd={(all) => set({ days: all })} />
            <div className={styles.propose}>
              <Select
                label={t("hoursSettings.special.country")}
                options={[
                  { value: "", label: t("hoursSettings.special.choose") },
                  ...COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value })),
                ]}
                value={country}
                onChange={(chosen) => setCountry(COUNTRIES.find((one) => one === chosen) ?? "")}
              />
              <Button onClick={propose} disabled={!country}>
                {t("hoursSettings.special.propose")}
              </Button>
            </div>
          </>
        ) : null}
      </BlockStack>
    </Card>
  );
}
