// One store: how far its orders have been fetched, how old that is, and what went wrong.
import { BlockStack, Button, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { OrderSyncShown } from "../../orders/mirror/sync.ts";
import { Ago } from "../../ui/moment.tsx";
import { Refusal } from "../../ui/settings/refusal.tsx";
import { useVerb } from "../../ui/settings/use-verb.ts";
import { OlderOrders } from "./older-orders.tsx";

export function StoreOrders({
  store,
  changes,
  here,
}: {
  store: OrderSyncShown;
  changes: boolean;
  /** it is the store whose admin this is */
  here: boolean;
}) {
  const { t } = useTranslation();
  const verb = useVerb();
  const { storeId, state, problem, done, total } = store;
  const still = state === null || state === "done" || state === "failed";
  return (
    <Card>
      <section aria-labelledby={`store-${storeId}`} data-testid="store-orders" data-state={state ?? "none"}>
        <BlockStack gap="300">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd" id={`store-${storeId}`}>
              {store.store}
            </Text>
            {changes ? (
              <Button
                disabled={!still}
                loading={verb.busy}
                onClick={() => void verb.ask("POST", `/app/settings/stores/${storeId}/orders`)}
              >
                {t("settings.stores.again")}
              </Button>
            ) : null}
          </InlineStack>
          <div role="status">
            <HowFar store={store} />
          </div>
          {state === "reading" ? (
            <ProgressBar
              size="small"
              progress={total ? Math.floor((100 * done) / total) : 0}
              ariaLabelledBy={`store-${storeId}`}
            />
          ) : null}
          {problem ? (
            <Text as="p" tone={state === "failed" ? "critical" : "caution"}>
              {t(`settings.stores.problem.${problem}`)}
            </Text>
          ) : null}
          <HowOld store={store} />
          {store.sixtyDays && changes ? (
            <OlderOrders storeId={storeId} name={store.store} here={here} />
          ) : null}
          <Refusal failure={verb.failure} />
        </BlockStack>
      </section>
    </Card>
  );
}

function HowFar({ store }: { store: OrderSyncShown }) {
  const { t } = useTranslation();
  const { state, done, total } = store;
  if (state === "failed")
    return (
      <Text as="p" tone="critical" fontWeight="semibold">
        {t("settings.stores.state.failed")}
      </Text>
    );
  if (state === "reading") return <Text as="p">{t("settings.stores.state.reading", { done, total })}</Text>;
  if (state === "done") return <Text as="p">{t("settings.stores.state.done", { count: done })}</Text>;
  if (state === "asked" && total)
    return <Text as="p">{t("settings.stores.state.askedSome", { count: total })}</Text>;
  return <Text as="p">{t(`settings.stores.state.${state ?? "none"}`)}</Text>;
}

function HowOld({ store }: { store: OrderSyncShown }) {
  const { t } = useTranslation();
  return (
    <>
      {store.state === "done" && store.checkedAt ? (
        <Text as="p" tone="subdued">
          {t("settings.stores.checked")} <Ago at={store.checkedAt} />
        </Text>
      ) : null}
      {store.state === "done" && store.problem ? (
        <Text as="p" tone="subdued">
          {t("settings.stores.unchecked")}
        </Text>
      ) : null}
      {store.sixtyDays ? (
        <Text as="p" tone="subdued">
          {t("settings.stores.sixtyDays")}
        </Text>
      ) : null}
    </>
  );
}
