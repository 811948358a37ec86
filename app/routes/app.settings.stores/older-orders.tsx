// Shopify shows apps sixty days of orders, and more where the merchant allows it. It is asked for in the store's own admin.
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Button, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Refusal } from "../../ui/settings/refusal.tsx";
import { useVerb } from "../../ui/settings/use-verb.ts";

export function OlderOrders({ storeId, name, here }: { storeId: string; name: string; here: boolean }) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const verb = useVerb();
  const [asking, setAsking] = useState(false);
  const [declined, setDeclined] = useState(false);
  const ask = async () => {
    setAsking(true);
    const granted = await shopify.scopes.request(["read_all_orders"]).then(
      ({ result }) => result === "granted-all",
      () => false,
    );
    setAsking(false);
    setDeclined(!granted);
    if (granted) await verb.ask("POST", `/app/settings/stores/${storeId}/orders`);
  };
  if (!here)
    return (
      <Text as="p" tone="subdued">
        {t("settings.stores.older.elsewhere", { store: name })}
      </Text>
    );
  return (
    <BlockStack gap="200" inlineAlign="start">
      <Text as="p" tone="subdued">
        {t("settings.stores.older.help")}
      </Text>
      <Button loading={asking || verb.busy} onClick={() => void ask()}>
        {t("settings.stores.older.ask")}
      </Button>
      <div role="status">
        {declined ? (
          <Text as="p" tone="caution">
            {t("settings.stores.older.declined")}
          </Text>
        ) : null}
      </div>
      <Refusal failure={verb.failure} />
    </BlockStack>
  );
}
