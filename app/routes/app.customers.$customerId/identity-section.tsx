import { BlockStack, Card, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { Fact, Facts } from "../../ui/fact.tsx";
import type { CustomerView } from "./customer-view.ts";

/** Who they are to us, and where they can be reached. */
export function IdentitySection({ view: { customer } }: { view: CustomerView }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t("customer.who")}>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingSm">
            {t("customer.who")}
          </Text>
          <Facts>
            {customer.email ? <Fact name={t("card.email")}>{customer.email}</Fact> : null}
            {customer.phone ? <Fact name={t("card.phone")}>{customer.phone}</Fact> : null}
          </Facts>
        </BlockStack>
      </Card>
    </section>
  );
}
