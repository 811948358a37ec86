import { BlockStack, Card, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { Timeline } from "../../ui/customer/timeline.tsx";
import type { CustomerView } from "./customer-view.ts";

/** What happened with them, newest first. */
export function EventsSection({ view: { customer, events } }: { view: CustomerView }) {
  const { t } = useTranslation();
  return (
    <section id="events" aria-label={t("timeline.title")}>
      <Card>
        <BlockStack gap="400">
          <Text as="h2" variant="headingSm">
            {t("timeline.title")}
          </Text>
          <Timeline key={customer.id} customerId={customer.id} {...events} />
        </BlockStack>
      </Card>
    </section>
  );
}
