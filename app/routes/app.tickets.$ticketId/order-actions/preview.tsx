import { SkeletonBodyText, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { formatMoney } from "../../../lib/money.ts";
import type { Preview as Counted } from "../../../orders/actions/preview.server.ts";
import { useClock } from "../../../ui/clock.tsx";
import styles from "./sheet.module.css";

/** Shopify's own numbers: nothing here is reckoned by us. */
export function Preview({ counted }: { counted: Counted | "counting" }) {
  const { t } = useTranslation();
  if (counted === "counting")
    return (
      <section className={styles.preview} role="status" aria-label={t("orderActions.counting")}>
        <SkeletonBodyText lines={3} />
      </section>
    );
  const { sums, paidBackTo, mail, said, refused } = counted;
  if (!sums.length && !mail && !refused) return null;
  return (
    <section className={styles.preview} aria-label={t("orderActions.preview")} data-testid="order-preview">
      <Text as="h3" variant="headingSm">
        {t("orderActions.preview")}
      </Text>
      <dl className={styles.sums}>
        {sums.map((sum) => (
          <Sum key={sum.what} {...sum} />
        ))}
      </dl>
      {paidBackTo ? <Text as="p">{t("orderActions.to", { where: paidBackTo })}</Text> : null}
      {sums.some(isOwedBack) ? <Text as="p">{t("orderActions.owedBackHelp")}</Text> : null}
      {mail ? <Text as="p">{t("orderActions.mail", { subject: mail })}</Text> : null}
      {refused ? (
        <Text as="p" tone="critical">
          {t("orderActions.cantBe")} {said ? t("orderActions.said", { text: said }) : null}
        </Text>
      ) : null}
    </section>
  );
}

type SumOf = Counted["sums"][number];

const isOwedBack = ({ what, money }: SumOf) => what === "owed" && money.amount.startsWith("-");

function Sum(sum: SumOf) {
  const { t } = useTranslation();
  const { reader } = useClock();
  const back = isOwedBack(sum);
  const money = back ? { ...sum.money, amount: sum.money.amount.slice(1) } : sum.money;
  return (
    <div data-what={sum.what}>
      <dt>{back ? t("orderActions.owedBack") : t(`orderActions.sums.${sum.what}`)}</dt>
      <dd>{formatMoney(money, reader.locale)}</dd>
    </div>
  );
}
