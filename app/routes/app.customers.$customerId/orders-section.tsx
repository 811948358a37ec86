import { BlockStack, Card, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { CustomerView } from "./customer-view.ts";
import { OrderList } from "./order-list.tsx";

/** Everything they bought in the store that is looked at. */
export function OrdersSection({ view: { customer, store } }: { view: CustomerView }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t("orders.title")} data-testid="customer-orders">
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingSm">
            {t("orders.title")}
            {store && customer.stores.length > 1 ? ` · ${store.name}` : ""}
          </Text>
          <OrderList
            key={`${customer.id} ${store?.id ?? ""}`}
            customerId={customer.id}
            storeId={store?.id ?? null}
          />
        </BlockStack>
      </Card>
    </section>
  );
}
