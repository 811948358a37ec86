import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { closesNext, isOpen, opensNext, type Hours } from "../../automation/hours.ts";
import { sayWhenBack } from "../../lib/when-back.ts";
import { useClock } from "../../ui/clock.tsx";
import styles from "./hours.module.css";

/** What holds at this moment, as it is set on the page, saved or not; `hours` null: as it is set it can't be kept. */
export function Now({ hours, now }: { hours: Hours | null; now: Date }) {
  const { t } = useTranslation();
  return (
    <Card>
      <div role="status" className={styles.now}>
        {hours ? <State hours={hours} now={now} /> : <Text as="p">{t("hoursSettings.notKept")}</Text>}
      </div>
    </Card>
  );
}

function State({ hours, now }: { hours: Hours; now: Date }) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const open = isOpen(hours, now);
  const next = open ? closesNext(hours, now) : opensNext(hours, now);
  const when = next && sayWhenBack(next, now, { locale: reader.locale, timeZone: hours.timeZone });
  return (
    <div data-testid="open-now" data-open={open}>
      <BlockStack gap="200">
        <InlineStack gap="200" blockAlign="center">
          {open ? (
            <Badge tone="success">{t("hoursSettings.now.open")}</Badge>
          ) : (
            <Badge>{t("hoursSettings.now.closed")}</Badge>
          )}
          <Text as="p" fontWeight="semibold">
            {when
              ? t(open ? "hoursSettings.now.closes" : "hoursSettings.now.opens", { when })
              : t(open ? "hoursSettings.now.always" : "hoursSettings.now.never")}
          </Text>
        </InlineStack>
        <Text as="p" tone="subdued">
          {t(open ? "hoursSettings.now.openMeans" : "hoursSettings.now.closedMeans")}
        </Text>
      </BlockStack>
    </div>
  );
}
