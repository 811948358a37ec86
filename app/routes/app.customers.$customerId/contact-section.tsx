import { BlockStack, Card, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { Contact } from "../../ui/customer/contact.tsx";
import type { CustomerView } from "./customer-view.ts";

/** How they can be reached, and whether they want to be. */
export function ContactSection({ view: { customer, store, card } }: { view: CustomerView }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t("customer.contact")} data-testid="customer-contact">
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingSm">
            {t("customer.contact")}
          </Text>
          <Contact
            customer={card.state === "found" ? card.customer : null}
            known={customer}
            storeId={store?.id ?? ""}
          />
        </BlockStack>
      </Card>
    </section>
  );
}
