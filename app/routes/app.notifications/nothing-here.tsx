import { BlockStack, Box, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";

/** Nothing to tell yet, and what will stand here. */
export function NothingHere({ tab }: { tab: "messages" | "log" }) {
  const { t } = useTranslation();
  return (
    <Box padding="800">
      <BlockStack gap="200" inlineAlign="center">
        <Text as="h2" variant="headingSm">
          {t(tab === "log" ? "bell.logEmpty" : "bell.empty")}
        </Text>
        <Text as="p" tone="subdued" alignment="center">
          {t(tab === "log" ? "bell.logEmptyText" : "bell.emptyText")}
        </Text>
      </BlockStack>
    </Box>
  );
}
