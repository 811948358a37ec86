// The week: whether there are office hours at all, by whose clock, and which they are each day.
import { BlockStack, Card, ChoiceList, Select, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { ALL_DAY, copyDay, COPY_TO, usualWeek } from "../../automation/draft-hours.ts";
import type { HoursPage } from "../../automation/hours-page.server.ts";
import { WEEKDAYS, type Interval, type Week, type Weekday } from "../../settings/hours.ts";
import { DayMenu } from "./day-menu.tsx";
import type { PartProps } from "./form.tsx";
import styles from "./hours.module.css";
import { Intervals } from "./intervals.tsx";

export function WeekCard(props: PartProps & Pick<HoursPage, "store" | "zones">) {
  const { t } = useTranslation();
  const { draft, set, changes, store, zones } = props;
  const { week } = draft;
  const own = t("hoursSettings.zoneOfStore", { zone: store.timeZone });
  return (
    <Card>
      <BlockStack gap="400">
        <ChoiceList
          title={t("hoursSettings.when")}
          choices={[
            {
              value: "always",
              label: t("hoursSettings.always"),
              helpText: t("hoursSettings.alwaysHelp"),
            },
            { value: "hours", label: t("hoursSettings.hours") },
          ]}
          selected={[week ? "hours" : "always"]}
          onChange={([chosen]) => set({ week: chosen === "hours" ? (week ?? usualWeek()) : null })}
          disabled={!changes}
        />
        {week ? (
          <>
            <Select
              label={t("hoursSettings.zone")}
              options={[{ value: "", label: own }, ...zones.map((zone) => ({ value: zone, label: zone }))]}
              value={draft.timeZone ?? ""}
              onChange={(zone) => set({ timeZone: zone || null })}
              disabled={!changes}
            />
            <Days week={week} onChange={(changed) => set({ week: changed })} changes={changes} />
          </>
        ) : null}
      </BlockStack>
    </Card>
  );
}

function Days(props: { week: Week; onChange: (week: Week) => void; changes: boolean }) {
  const { t } = useTranslation();
  const { week, onChange, changes } = props;
  const put = (day: Weekday, intervals: Interval[]) => onChange({ ...week, [day]: intervals });
  return (
    <div className={styles.days}>
      {WEEKDAYS.map((day) => (
        <section key={day} className={styles.day} aria-labelledby={`day-${day}`} data-testid={`day-${day}`}>
          <div className={styles.dayName}>
            <Text as="h2" variant="headingSm" id={`day-${day}`}>
              {t(`hoursSettings.days.${day}`)}
            </Text>
          </div>
          <Intervals
            of={t(`hoursSettings.days.${day}`)}
            intervals={week[day]}
            onChange={(intervals) => put(day, intervals)}
            changes={changes}
          />
          {changes ? (
            <DayMenu
              day={t(`hoursSettings.days.${day}`)}
              items={[
                { content: t("hoursSettings.allDay"), onAction: () => put(day, [ALL_DAY]) },
                ...COPY_TO.map((to) => ({
                  content: t(`hoursSettings.copyTo.${to}`),
                  onAction: () => onChange(copyDay(week, day, to)),
                })),
              ]}
            />
          ) : null}
        </section>
      ))}
    </div>
  );
}
