import { BlockStack, Button, InlineStack } from "@shopify/polaris";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { DAY, later, MINUTE } from "../lib/clock.ts";
import { readLocal, writeLocal } from "../lib/wall-clock.ts";
import { mayWakeAt, snoozesAt } from "../tickets/snooze.ts";
import { useClock } from "./clock.tsx";
import { formatComing } from "./dates.ts";
import { Dialog } from "./dialog.tsx";
import styles from "./pick-time.module.css";

/** Any day and time within a year, in the agent's own zone. */
export function PickTime({ onPick, onClose }: { onPick: (until: Date) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const { now, reader } = useClock();
  const { timeZone } = reader;
  const [written, setWritten] = useState(() => {
    const tomorrow = snoozesAt(now, timeZone).find(({ id }) => id === "tomorrow");
    return writeLocal(tomorrow?.until ?? later(now, DAY), timeZone);
  });
  const field = useId();
  const help = useId();
  const until = readLocal(written, timeZone);
  const fits = until !== null && mayWakeAt(until, now);
  const save = () => {
    if (!fits) return;
    onPick(until);
    onClose();
  };
  return (
    <Dialog title={t("state.snooze.title")} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <BlockStack gap="300">
          <label htmlFor={field}>{t("state.snooze.when")}</label>
          <input
            id={field}
            className={styles.field}
            type="datetime-local"
            required
            autoFocus
            value={written}
            min={writeLocal(later(now, MINUTE), timeZone)}
            max={writeLocal(later(now, 365 * DAY), timeZone)}
            aria-describedby={help}
            aria-invalid={!fits}
            onChange={({ currentTarget }) => setWritten(currentTarget.value)}
          />
          <p id={help} className={styles.help} role="status">
            {fits ? t("state.snooze.zone", { zone: timeZone }) : t("state.snooze.wrong")}
          </p>
          <InlineStack gap="200" align="end">
            <Button onClick={onClose}>{t("state.cancel")}</Button>
            <Button variant="primary" submit disabled={!fits}>
              {fits
                ? t("state.snooze.do", { until: formatComing(until, now, reader) })
                : t("state.command.snooze")}
            </Button>
          </InlineStack>
        </BlockStack>
      </form>
    </Dialog>
  );
}
