// A day's stretches of hours, each with how it ends in words where a clock alone could be misread.
import { Button, InlineError, Text } from "@shopify/polaris";
import { DeleteIcon, PlusIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import { endOf, oneMore, troubleWith } from "../../automation/draft-hours.ts";
import { MOST_INTERVALS, type Interval } from "../../settings/hours.ts";
import styles from "./hours.module.css";
import { TimeField } from "./time-field.tsx";

interface Props {
  /** whose hours they are, for those who can't see where they stand */
  of: string;
  intervals: Interval[];
  onChange: (intervals: Interval[]) => void;
  changes: boolean;
}

export function Intervals({ of, intervals, onChange, changes }: Props) {
  const { t } = useTranslation();
  const trouble = troubleWith(intervals);
  const put = (index: number, change: Partial<Interval>) =>
    onChange(intervals.map((one, at) => (at === index ? { ...one, ...change } : one)));
  return (
    <div className={styles.intervals}>
      {intervals.map((interval, index) => (
        <div key={index} className={styles.interval}>
          <TimeField
            label={t("hoursSettings.from", { of })}
            value={interval.from}
            onChange={(from) => put(index, { from })}
            readOnly={!changes}
          />
          <span aria-hidden="true">–</span>
          <TimeField
            label={t("hoursSettings.to", { of })}
            value={interval.to === "24:00" ? "00:00" : interval.to}
            onChange={(to) => put(index, { to })}
            readOnly={!changes}
          />
          {changes ? (
            <Button
              icon={DeleteIcon}
              variant="tertiary"
              accessibilityLabel={t("hoursSettings.remove", { of, from: interval.from, to: interval.to })}
              onClick={() => onChange(intervals.filter((_, at) => at !== index))}
            />
          ) : null}
          <Ending interval={interval} />
        </div>
      ))}
      {intervals.length ? null : (
        <Text as="span" tone="subdued">
          {t("hoursSettings.closed")}
        </Text>
      )}
      {trouble ? (
        <InlineError
          fieldID={`hours-of-${of}`}
          message={
            trouble.kind === "empty"
              ? t("hoursSettings.trouble.empty")
              : t("hoursSettings.trouble.overlap", { one: say(trouble.one), other: say(trouble.other) })
          }
        />
      ) : null}
      {changes && intervals.length < MOST_INTERVALS ? (
        <div>
          <Button
            icon={PlusIcon}
            variant="tertiary"
            accessibilityLabel={t("hoursSettings.addOf", { of })}
            onClick={() => onChange(oneMore(intervals))}
          >
            {t("hoursSettings.add")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Ending({ interval }: { interval: Interval }) {
  const { t } = useTranslation();
  if (!interval.from || !interval.to) return null;
  const end = endOf(interval);
  if (end === "same-day") return null;
  return (
    <Text as="span" tone="subdued">
      {t(`hoursSettings.ends.${end}`, { to: interval.to })}
    </Text>
  );
}

const say = ({ from, to }: Interval): string => `${from}–${to}`;
