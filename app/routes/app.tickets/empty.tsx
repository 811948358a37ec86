import { Link } from "@remix-run/react";
import { BlockStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { View } from "../../tickets/view.ts";
import styles from "./inbox.module.css";

/** A view with nothing in it: what belongs here, and where to look next. */
export function EmptyView({ view }: { view: View }) {
  const { t } = useTranslation();
  return (
    <div className={styles.empty} data-testid="empty-view">
      <BlockStack gap="200" inlineAlign="center">
        <Text as="h2" variant="headingSm">
          {t(`empty.${view}.title`)}
        </Text>
        <Text as="p" tone="subdued" alignment="center">
          {t(`empty.${view}.text`)}
        </Text>
        {view === "inbox" ? <Link to="/app/tickets?view=closed">{t("empty.inbox.action")}</Link> : null}
      </BlockStack>
    </div>
  );
}

/** Beside the list, before a ticket is chosen. */
export function PickOne() {
  const { t } = useTranslation();
  return (
    <div className={styles.empty}>
      <BlockStack gap="200" inlineAlign="center">
        <Text as="h2" variant="headingSm">
          {t("empty.pick.title")}
        </Text>
        <Text as="p" tone="subdued" alignment="center">
          {t("empty.pick.text")}
        </Text>
      </BlockStack>
    </div>
  );
}
