// What Shopify itself makes of a customer, named as Shopify's.
import { BlockStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";

const TIERS = ["HIGH", "MEDIUM", "LOW"] as const;
const GROUPS = [
  "ACTIVE",
  "ALMOST_LOST",
  "AT_RISK",
  "CHAMPIONS",
  "DORMANT",
  "LOYAL",
  "NEEDS_ATTENTION",
  "NEW",
  "PREVIOUSLY_LOYAL",
  "PROMISING",
  "PROSPECTS",
] as const;

export function ByShopify({ judged }: { judged: { spendTier: string | null; rfmGroup: string | null } }) {
  const { t } = useTranslation();
  const tier = TIERS.find((known) => known === judged.spendTier);
  const group = GROUPS.find((known) => known === judged.rfmGroup);
  const said = [
    ...(tier ? [t("forecast.shopify.spend", { tier: t(`forecast.shopify.tiers.${tier}`) })] : []),
    ...(group ? [t("forecast.shopify.group", { group: t(`forecast.shopify.groups.${group}`) })] : []),
  ];
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="headingXs" tone="subdued">
        {t("forecast.shopify.title")}
      </Text>
      <div data-testid="by-shopify">
        <Text as="p">{said.length ? said.join(" · ") : t("forecast.shopify.none")}</Text>
      </div>
    </BlockStack>
  );
}
