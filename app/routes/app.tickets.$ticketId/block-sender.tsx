import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, ChoiceList, Modal, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { blockableDomain } from "../../customers/blockable.ts";
import { callVerb, type VerbFailure } from "../../ui/verb.ts";
import { VerbFailed } from "./verb-failed.tsx";

/** Asks before blocking, and whether everybody at the sender's domain is meant. */
export function BlockSender(props: { address: string; onDone: () => unknown; onClose: () => void }) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const { address } = props;
  const domain = blockableDomain(address);
  const [sender, setSender] = useState(address);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<VerbFailure | null>(null);
  const block = async () => {
    setBusy(true);
    const result = await callVerb("POST", `/app/blocked/${encodeURIComponent(sender)}`);
    setBusy(false);
    if (!result.ok) return setFailure(result);
    shopify.toast.show(t("spam.blockedToast", { sender }));
    props.onDone();
    props.onClose();
  };
  return (
    <Modal
      open
      onClose={props.onClose}
      title={t("spam.blockTitle", { address })}
      primaryAction={{
        content: t("spam.blockDo"),
        destructive: true,
        loading: busy,
        onAction: () => void block(),
      }}
      secondaryActions={[{ content: t("spam.cancel"), onAction: props.onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="400">
          <VerbFailed failure={failure} onDismiss={() => setFailure(null)} />
          <Text as="p">{t("spam.blockText")}</Text>
          {domain ? (
            <ChoiceList
              title={t("spam.block")}
              titleHidden
              selected={[sender]}
              onChange={([picked = address]) => setSender(picked)}
              choices={[
                { label: t("spam.blockAddress", { address }), value: address },
                { label: t("spam.blockDomain", { domain }), value: `@${domain}` },
              ]}
            />
          ) : null}
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}
