import { useNavigate } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Button, Modal, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Refusal } from "../../ui/settings/refusal.tsx";
import { useVerb } from "../../ui/settings/use-verb.ts";

/** Asks first: its keys are gone for good, and new ones mean new records. */
export function RemoveDomain({ name }: { name: string }) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const verb = useVerb();
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    setAsking(false);
    if (!(await verb.ask("DELETE", "/app/settings/email/domains", { name }))) return;
    shopify.toast.show(t("settings.domains.removed", { name }));
    navigate("/app/settings/email");
  };
  return (
    <BlockStack gap="200" inlineAlign="start">
      <Button tone="critical" variant="tertiary" onClick={() => setAsking(true)} loading={verb.busy}>
        {t("settings.domains.remove")}
      </Button>
      <Refusal failure={verb.failure} />
      <Modal
        open={asking}
        onClose={() => setAsking(false)}
        title={t("settings.domains.removeTitle", { name })}
        primaryAction={{
          content: t("settings.domains.remove"),
          destructive: true,
          onAction: () => void remove(),
        }}
        secondaryActions={[{ content: t("settings.cancel"), onAction: () => setAsking(false) }]}
      >
        <Modal.Section>
          <Text as="p">{t("settings.domains.removeText", { name })}</Text>
        </Modal.Section>
      </Modal>
    </BlockStack>
  );
}
