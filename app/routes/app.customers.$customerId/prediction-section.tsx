import { BlockStack, Card, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { ByShopify } from "../../ui/customer/by-shopify.tsx";
import { Prediction } from "../../ui/customer/prediction.tsx";
import type { CustomerView } from "./customer-view.ts";

/** What they are expected to do, by our reckoning in each store, and by Shopify's in the one that is shown. */
export function PredictionSection({ view: { forecasts, card } }: { view: CustomerView }) {
  const { t } = useTranslation();
  if (!forecasts.length) return null;
  const byShopify = card.state === "found" ? card.customer.byShopify : null;
  return (
    <section id="prediction" aria-label={t("forecast.title")}>
      <Card>
        <BlockStack gap="400">
          <Text as="h2" variant="headingSm">
            {t("forecast.title")}
          </Text>
          {forecasts.map(({ storeId, store, forecast }) => (
            <BlockStack key={storeId} gap="200">
              {forecasts.length > 1 ? (
                <Text as="h3" variant="headingXs" tone="subdued">
                  {store}
                </Text>
              ) : null}
              <Prediction forecast={forecast} />
            </BlockStack>
          ))}
          {byShopify ? <ByShopify judged={byShopify} /> : null}
        </BlockStack>
      </Card>
    </section>
  );
}
