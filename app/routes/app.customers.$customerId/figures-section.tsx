import { BlockStack, Card, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { useClock } from "../../ui/clock.tsx";
import { formatDate } from "../../ui/dates.ts";
import { Fact, Facts } from "../../ui/fact.tsx";
import type { CustomerView } from "./customer-view.ts";

/** What they are worth, and since when. */
export function FiguresSection({ view: { customer } }: { view: CustomerView }) {
  const { t } = useTranslation();
  const { reader } = useClock();
  return (
    <section aria-label={t("customer.figures")}>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingSm">
            {t("customer.figures")}
          </Text>
          <Facts>
            <Fact name={t("customer.firstSeen")}>{formatDate(new Date(customer.firstSeen), reader)}</Fact>
          </Facts>
        </BlockStack>
      </Card>
    </section>
  );
}
