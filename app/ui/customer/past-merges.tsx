import { BlockStack, Button, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { PastMerge } from "../../customers/merging/side.ts";
import { useClock } from "../clock.tsx";
import { formatAgo } from "../dates.ts";
import { useUndoCustomerMerge } from "./merge/use-merge-customers.ts";
import styles from "./who.module.css";

/** Who became this customer, with the way back. */
export function PastMerges({ merges }: { merges: PastMerge[] }) {
  const { t } = useTranslation();
  const { now, reader } = useClock();
  const undo = useUndoCustomerMerge();
  if (!merges.length) return null;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingXs">
        {t("who.merge.past")}
      </Text>
      <ul className={styles.addresses} data-testid="past-merges">
        {merges.map(({ id, name, byName, byShopify, at }) => (
          <li key={id} className={styles.address}>
            <span className={styles.what} suppressHydrationWarning>
              {t("who.merge.by", {
                name,
                by: byShopify ? "Shopify" : (byName ?? t("message.team")),
                at: formatAgo(new Date(at), now, reader) ?? t("time.now"),
              })}
            </span>
            <Button size="slim" onClick={() => void undo(id)}>
              {t("who.merge.undo")}
            </Button>
          </li>
        ))}
      </ul>
    </BlockStack>
  );
}
