import { Button, Select, Text, TextField } from "@shopify/polaris";
import { DeleteIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { oneMore } from "../../automation/draft-hours.ts";
import { dateFormat } from "../../lib/formatters.ts";
import type { SpecialDay } from "../../settings/hours.ts";
import { useClock } from "../../ui/clock.tsx";
import styles from "./hours.module.css";
import { Intervals } from "./intervals.tsx";

interface Props {
  day: SpecialDay;
  past: boolean;
  changes: boolean;
  onChange: (day: SpecialDay) => void;
  onRemove: () => void;
}

export function SpecialDayRow({ day, past, changes, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const date = dateFormat(reader.locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${day.date}T00:00Z`));
  const named = day.name || date;
  return (
    <li className={styles.specialDay}>
      <div className={styles.date}>
        <Text as="span" fontWeight="semibold" tone={past ? "subdued" : undefined}>
          {date}
        </Text>
      </div>
      <TextField
        label={t("hoursSettings.special.nameOf", { date })}
        labelHidden
        placeholder={t("hoursSettings.special.name")}
        value={day.name}
        onChange={(name) => onChange({ ...day, name })}
        maxLength={80}
        autoComplete="off"
        readOnly={!changes}
      />
      <Select
        label={t("hoursSettings.special.hoursOf", { date })}
        labelHidden
        options={[
          { value: "closed", label: t("hoursSettings.closed") },
          { value: "hours", label: t("hoursSettings.special.own") },
        ]}
        value={day.intervals.length ? "hours" : "closed"}
        onChange={(chosen) => onChange({ ...day, intervals: chosen === "hours" ? oneMore([]) : [] })}
        disabled={!changes}
      />
      {changes ? (
        <Button
          icon={DeleteIcon}
          variant="tertiary"
          accessibilityLabel={t("hoursSettings.special.remove", { name: named })}
          onClick={onRemove}
        />
      ) : null}
      {day.intervals.length ? (
        <div className={styles.ownHours}>
          <Intervals
            of={named}
            intervals={day.intervals}
            onChange={(intervals) => onChange({ ...day, intervals })}
            changes={changes}
          />
        </div>
      ) : null}
    </li>
  );
}
