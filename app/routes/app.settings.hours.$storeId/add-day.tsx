import { Button, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { withDay } from "../../automation/draft-hours.ts";
import { isDate, MOST_DAYS, type SpecialDay } from "../../settings/hours.ts";
import styles from "./hours.module.css";

/** A date joins the special days, closed at first. */
export function AddDay(props: { days: SpecialDay[]; today: string; onAdd: (days: SpecialDay[]) => void }) {
  const { t } = useTranslation();
  const { days, today, onAdd } = props;
  const [date, setDate] = useState("");
  const [name, setName] = useState("");
  const known = days.some((day) => day.date === date);
  const add = () => {
    onAdd(withDay(days, { date, name: name.trim(), intervals: [] }));
    setDate("");
    setName("");
  };
  return (
    <div className={styles.addDay}>
      <TextField
        type="date"
        label={t("hoursSettings.special.date")}
        value={date}
        min={today}
        onChange={setDate}
        autoComplete="off"
        error={known ? t("hoursSettings.special.known") : undefined}
      />
      <TextField
        label={t("hoursSettings.special.name")}
        value={name}
        onChange={setName}
        maxLength={80}
        autoComplete="off"
      />
      <Button onClick={add} disabled={!isDate(date) || known || days.length >= MOST_DAYS}>
        {t("hoursSettings.special.add")}
      </Button>
    </div>
  );
}
