// Disconnecting asks first and can be taken back; what was disconnected can be connected again.
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Button, InlineStack, Modal, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Refusal } from "../../ui/settings/refusal.tsx";
import { useVerb } from "../../ui/settings/use-verb.ts";
import type { ShownAddress } from "../../workspace/address-list.server.ts";

export function Connection({ address }: { address: ShownAddress }) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const verb = useVerb();
  const [asking, setAsking] = useState(false);
  const path = `/app/settings/email/addresses/${address.id}/connection`;

  const connect = async () => {
    const done = await verb.ask<{ proven: boolean }>("POST", path);
    if (done) shopify.toast.show(t(done.proven ? "settings.connection.back" : "settings.connection.waits"));
  };
  const disconnect = async () => {
    setAsking(false);
    if (!(await verb.ask("DELETE", path))) return;
    shopify.toast.show(t("settings.connection.gone", { address: address.address }), {
      action: t("settings.connection.undo"),
      onAction: () => void connect(),
    });
  };

  return (
    <BlockStack gap="200" inlineAlign="start">
      {address.state === "retired" ? (
        <Button variant="primary" onClick={() => void connect()} loading={verb.busy}>
          {t("settings.connection.again")}
        </Button>
      ) : (
        <Button tone="critical" variant="tertiary" onClick={() => setAsking(true)} loading={verb.busy}>
          {t("settings.connection.end")}
        </Button>
      )}
      <Refusal failure={verb.failure} />
      <Modal
        open={asking}
        onClose={() => setAsking(false)}
        title={t("settings.connection.endTitle", { address: address.address })}
        primaryAction={{
          content: t("settings.connection.end"),
          destructive: true,
          onAction: () => void disconnect(),
        }}
        secondaryActions={[{ content: t("settings.cancel"), onAction: () => setAsking(false) }]}
      >
        <Modal.Section>
          <InlineStack>
            <Text as="p">{t("settings.connection.endText")}</Text>
          </InlineStack>
        </Modal.Section>
      </Modal>
    </BlockStack>
  );
}
