import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { Addresses } from "../../ui/customer/addresses.tsx";
import { CustomerMenu } from "../../ui/customer/customer-menu.tsx";
import { PastMerges } from "../../ui/customer/past-merges.tsx";
import type { CustomerView } from "./customer-view.ts";

/** All the addresses they write from, and who turned out to be them. */
export function AddressesSection({ view: { customer, merges } }: { view: CustomerView }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t("who.addresses.title")}>
      <Card>
        <BlockStack gap="300">
          <InlineStack align="space-between" blockAlign="center" wrap={false}>
            <Text as="h2" variant="headingSm">
              {t("who.addresses.title")}
            </Text>
            <CustomerMenu customerId={customer.id} onPage />
          </InlineStack>
          <Addresses customerId={customer.id} />
          <PastMerges merges={merges} />
        </BlockStack>
      </Card>
    </section>
  );
}
