// What the workspace's plan does not hold: said where it would stand, with the way to Shopify's own page of plans.
import { Icon, InlineStack, Link, Text } from "@shopify/polaris";
import { LockIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import styles from "./locked.module.css";
import { useShop } from "./shop.tsx";
import { plansPage } from "../workspace/plans.ts";

/** `what` names the feature: "Lifetime value". */
export function Locked({ what }: { what: string }) {
  const { t } = useTranslation();
  const shop = useShop();
  return (
    <div className={styles.locked} data-testid="locked">
      <InlineStack gap="100" blockAlign="center" wrap={false}>
        <span className={styles.lock}>
          <Icon source={LockIcon} tone="subdued" />
        </span>
        <Text as="span" tone="disabled">
          {what}
        </Text>
      </InlineStack>
      <Text as="span" tone="subdued" variant="bodySm">
        {t("plans.locked")}{" "}
        {shop ? (
          <Link url={plansPage(shop.domain)} target="_top">
            {t("plans.see")}
          </Link>
        ) : null}
      </Text>
    </div>
  );
}
