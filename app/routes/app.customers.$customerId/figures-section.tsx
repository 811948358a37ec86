import { Banner, BlockStack, Card, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { AsOf } from "../../ui/customer/as-of.tsx";
import { Figures } from "../../ui/customer/figures.tsx";
import type { CardState } from "../../ui/customer/use-fresh.ts";
import type { CustomerView } from "./customer-view.ts";
import styles from "./customer.module.css";

/** What they are worth in the store, since when, and how old that knowledge is. */
export function FiguresSection({ view, state }: { view: CustomerView; state: CardState }) {
  const { t } = useTranslation();
  const { customer, store, card } = view;
  return (
    <section aria-label={t("customer.figures")} data-testid="customer-figures" data-state={card.state}>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingSm">
            {store ? t("customer.where", { store: store.name }) : t("customer.figures")}
          </Text>
          {card.state === "found" && card.withheld ? <Banner tone="info">{t("card.withheld")}</Banner> : null}
          {store ? (
            <>
              <Figures card={card} known={customer} storeId={store.id} />
              <AsOf state={state} store={store.name} />
              {card.state === "found" ? (
                <a href={card.customer.adminUrl} target="_top" className={styles.link}>
                  {t("card.open")}
                </a>
              ) : null}
            </>
          ) : (
            <Text as="p" tone="subdued">
              {t("customer.noStore")}
            </Text>
          )}
        </BlockStack>
      </Card>
    </section>
  );
}
