// How old what is shown is, and why nothing newer is to be had. Its place is kept while there is nothing to say.
import { Button, Text } from "@shopify/polaris";
import { RefreshIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import type { CustomerCard } from "../../customers/profile.ts";
import { useClock } from "../clock.tsx";
import { dayOf, formatClock, formatExact } from "../dates.ts";
import type { CardState } from "./use-fresh.ts";
import styles from "./customer.module.css";

export function AsOf({ state: { card, asking, askAgain }, store }: { state: CardState; store: string }) {
  const { t } = useTranslation();
  const words = useWords(card, store);
  if (card.state === "nobody") return <p className={styles.said}>{t("customer.nobody")}</p>;
  return (
    <div className={styles.asOf} role="status" data-testid="as-of">
      <div className={styles.said}>
        {words.map((line) => (
          <Text as="p" key={line} variant="bodySm" tone="subdued">
            {line}
          </Text>
        ))}
      </div>
      <Button
        size="slim"
        variant="tertiary"
        icon={RefreshIcon}
        onClick={askAgain}
        loading={asking}
        accessibilityLabel={t("card.retry")}
      />
    </div>
  );
}

function useWords(card: CustomerCard, store: string): string[] {
  const { t } = useTranslation();
  const { reader, now } = useClock();
  if (card.state === "nobody") return [];
  if (card.state === "unread")
    return [card.problem ? t(`card.problem.${card.problem}`, { store }) : t("card.loading")];
  const at = new Date(card.readAt);
  const sameDay = dayOf(at, reader) === dayOf(now, reader);
  const age = t("customer.asOf", { time: sameDay ? formatClock(at, reader) : formatExact(at, reader) });
  return [
    ...(card.state === "none" ? [t("card.none", { store })] : []),
    age,
    // In one line, whose place is kept: what is known stands above it, that is enough.
    ...(card.problem ? [t(`customer.since.${card.problem}`, { store })] : []),
  ];
}
