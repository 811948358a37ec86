// The workspace's stores: how far their orders are here, and what their customers are expected to do.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { listForecasts } from "../../customers/forecast/shown.server.ts";
import { listOrderSyncs } from "../../orders/mirror/shown.server.ts";
import { listOrderLimits } from "../../settings/order-limits.server.ts";
import { mayFitForecasts } from "../../team/roles.ts";
import { whomToAsk } from "../../team/owners.server.ts";
import { orLastGood } from "../../ui/last-good.ts";
import { useLive } from "../../ui/live/live.tsx";
import { ReadOnly } from "../../ui/settings/read-only.tsx";
import { OrderApproval } from "./order-approval.tsx";
import { isUnderWay, StoreForecast } from "./store-forecast.tsx";
import { StoreOrders } from "./store-orders.tsx";

export const loader = page(async ({ request }: LoaderFunctionArgs) => {
  const { workspace, agent, store } = await requireAgent(request);
  const [owners, stores, limits, forecasts] = await Promise.all([
    whomToAsk(workspace, agent.role),
    listOrderSyncs(workspace),
    listOrderLimits(workspace),
    listForecasts(workspace),
  ]);
  return json({ owners, stores, here: store.id, limits, forecasts, fits: mayFitForecasts(agent.role) });
});

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orLastGood("settings-stores", request, () => serverLoader<typeof loader>());

const LOOK_EVERY = 2_000;

export default function StoreSettings() {
  const { t } = useTranslation();
  const { owners, stores, here, limits, forecasts, fits } = useLoaderData<typeof loader>();
  const { refresh } = useLive();
  const moving =
    stores.some(({ state }) => state === "waiting" || state === "asked" || state === "reading") ||
    forecasts.some(isUnderWay);
  useEffect(() => {
    if (!moving) return;
    const timer = setInterval(() => refresh(), LOOK_EVERY);
    return () => clearInterval(timer);
  }, [moving, refresh]);
  return (
    <Page title={t("settings.stores.title")} subtitle={t("settings.stores.intro")} narrowWidth>
      <BlockStack gap="400">
        {owners ? <ReadOnly owners={owners} /> : null}
        {stores.map((store) => (
          <StoreOrders
            key={store.storeId}
            store={store}
            changes={owners === null}
            here={store.storeId === here}
          />
        ))}
        {forecasts.map((store) => (
          <StoreForecast key={store.storeId} store={store} changes={fits} />
        ))}
        {limits.map((limit) => (
          <OrderApproval key={limit.storeId} limit={limit} changes={owners === null} />
        ))}
      </BlockStack>
    </Page>
  );
}
