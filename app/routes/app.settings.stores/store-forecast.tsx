// One store: what its customers are expected to do was fitted when, on what, and how good that is.
import { BlockStack, Button, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { OPEN, type FitShown, type ForecastShown } from "../../customers/forecast/fit-record.ts";
import { hasFeature } from "../../workspace/plans.ts";
import { Locked } from "../../ui/locked.tsx";
import { Ago } from "../../ui/moment.tsx";
import { Refusal } from "../../ui/settings/refusal.tsx";
import { useVerb } from "../../ui/settings/use-verb.ts";
import { useShop } from "../../ui/shop.tsx";
import { FitCriteria } from "./fit-criteria.tsx";

export const isUnderWay = ({ last }: ForecastShown): boolean =>
  last !== null && (OPEN as readonly string[]).includes(last.state);

export function StoreForecast({ store, changes }: { store: ForecastShown; changes: boolean }) {
  const { t } = useTranslation();
  const verb = useVerb();
  const shop = useShop();
  const { storeId, last } = store;
  const id = `forecast-${storeId}`;
  if (shop && !hasFeature(shop.plan, "salesStatistics"))
    return (
      <Card>
        <Locked what={`${t("forecast.settings.title")} · ${store.store}`} />
      </Card>
    );
  const moving = isUnderWay(store);
  return (
    <Card>
      <section aria-labelledby={id} data-testid="store-forecast" data-state={last?.state ?? "none"}>
        <BlockStack gap="300">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd" id={id}>
              {t("forecast.settings.title")} · {store.store}
            </Text>
            {changes ? (
              <Button
                disabled={!store.ready || moving}
                loading={verb.busy}
                onClick={() => void verb.ask("POST", `/app/settings/stores/${storeId}/forecast`)}
              >
                {t("forecast.settings.now")}
              </Button>
            ) : null}
          </InlineStack>
          <Text as="p" tone="subdued">
            {t("forecast.settings.intro")}
          </Text>
          <div role="status">
            <Outcome store={store} />
          </div>
          {moving ? (
            <ProgressBar
              size="small"
              progress={last?.customers ? Math.floor((100 * last.done) / last.customers) : 0}
              ariaLabelledBy={id}
            />
          ) : null}
          {store.good && !moving ? <WhatItRestsOn fit={store.good} /> : null}
          {last?.criteria.length && !store.good ? <FitCriteria criteria={last.criteria} /> : null}
          <Refusal failure={verb.failure} />
        </BlockStack>
      </section>
    </Card>
  );
}

/** What became of the last fitting, in a sentence. */
function Outcome({ store: { last, good, ready } }: { store: ForecastShown }) {
  const { t } = useTranslation();
  if (!ready) return <Text as="p">{t("forecast.settings.state.orders")}</Text>;
  if (!last) return <Text as="p">{t("forecast.settings.state.none")}</Text>;
  if (last.state === "failed")
    return (
      <BlockStack gap="100">
        <Text as="p" tone="critical" fontWeight="semibold">
          {t("forecast.settings.state.failed")}
        </Text>
        <Text as="p">
          {t(`forecast.settings.problem.${last.problem ?? "interrupted"}`)}{" "}
          {good ? t("forecast.settings.state.keptGood") : t("forecast.settings.state.nothingShown")}
        </Text>
      </BlockStack>
    );
  if (last.state === "writing")
    return (
      <Text as="p">{t("forecast.settings.state.writing", { done: last.done, total: last.customers })}</Text>
    );
  if (last.state === "done" || last.state === "unqualified")
    return (
      <Text as="p">
        {t(`forecast.settings.state.${last.state}`)} {t("forecast.settings.last")}{" "}
        <Ago at={last.finishedAt ?? last.startedAt} />.
      </Text>
    );
  return <Text as="p">{t(`forecast.settings.state.${last.state}`)}</Text>;
}

function WhatItRestsOn({ fit }: { fit: FitShown }) {
  const { t } = useTranslation();
  const { held } = fit;
  return (
    <BlockStack gap="100">
      <Text as="p" tone="subdued">
        {t("forecast.settings.rests", { customers: fit.customers, orders: fit.orders })}
      </Text>
      {held ? (
        <Text as="p" tone="subdued">
          {t("forecast.settings.held", {
            weeks: held.weeks,
            expected: held.expected,
            happened: held.happened,
          })}
        </Text>
      ) : null}
      {fit.values ? null : (
        <Text as="p" tone="subdued">
          {t("forecast.settings.noValues")}
        </Text>
      )}
    </BlockStack>
  );
}
