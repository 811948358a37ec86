import { Banner, BlockStack, Button } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { MOST_COUNTED, type Mergeable } from "../../../tickets/mergeable.ts";
import { useDirectory } from "../../../ui/directory.tsx";
import styles from "../../../ui/merge.module.css";

/** What there will be afterwards. */
export function Preview({ from, into, onSwap }: { from: Mergeable; into: Mergeable; onSwap: () => void }) {
  const { t } = useTranslation();
  const { labels } = useDirectory();
  const all = new Set([...into.labels, ...from.labels]);
  const names = labels.filter(({ id }) => all.has(id)).map(({ name }) => name);
  return (
    <BlockStack gap="300">
      <dl className={styles.preview} data-testid="merge-preview">
        <div>
          <dt>{t("merge.stays")}</dt>
          <dd>
            {into.number} {into.subject || t("list.noSubject")}
          </dd>
        </div>
        <div>
          <dt>{t("merge.moves")}</dt>
          <dd>
            {t("merge.messages", { count: Math.min(from.messages, MOST_COUNTED), number: from.number })}
          </dd>
        </div>
        <div>
          <dt>{t("merge.owner")}</dt>
          <dd>{into.assigneeName ?? from.assigneeName ?? t("ticket.unassigned")}</dd>
        </div>
        {names.length ? (
          <div>
            <dt>{t("merge.labels")}</dt>
            <dd>{names.join(", ")}</dd>
          </div>
        ) : null}
      </dl>
      <span>
        <Button variant="plain" onClick={onSwap}>
          {t("merge.swap", { number: from.number })}
        </Button>
      </span>
      {from.customerId === into.customerId ? null : (
        <Banner tone="warning">
          {t("merge.otherCustomers", {
            into: into.customerName ?? t("list.unknownSender"),
            from: from.customerName ?? t("list.unknownSender"),
          })}
        </Banner>
      )}
    </BlockStack>
  );
}
