import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Button, InlineError, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BlockedSender } from "../../customers/blocked.server.ts";
import { useFailureText } from "../../ui/failure.tsx";
import { useLive } from "../../ui/live/live.tsx";
import { callVerb, type VerbFailure } from "../../ui/verb.ts";

/** One blocked sender. */
export function Sender({ sender }: { sender: BlockedSender }) {
  const { t } = useTranslation();
  const words = useFailureText();
  const shopify = useAppBridge();
  const { refresh } = useLive();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<VerbFailure | null>(null);
  const { value, byName } = sender;
  const unblock = async () => {
    setBusy(true);
    const result = await callVerb("DELETE", `/app/blocked/${encodeURIComponent(value)}`);
    setBusy(false);
    if (!result.ok) return setFailure(result);
    shopify.toast.show(t("blocked.unblocked", { sender: value }));
    refresh();
  };
  return (
    <li>
      <InlineStack align="space-between" blockAlign="center" gap="400">
        <BlockStack gap="050">
          <Text as="span" fontWeight="medium" breakWord>
            {value.startsWith("@") ? t("blocked.everybody", { domain: value.slice(1) }) : value}
          </Text>
          {byName ? (
            <Text as="span" tone="subdued" variant="bodySm">
              {t("blocked.by", { name: byName })}
            </Text>
          ) : null}
        </BlockStack>
        <Button
          onClick={() => void unblock()}
          loading={busy}
          accessibilityLabel={t("blocked.unblockOf", { sender: value })}
        >
          {t("blocked.unblock")}
        </Button>
      </InlineStack>
      {failure ? <InlineError fieldID={value} message={words(failure.error)} /> : null}
    </li>
  );
}
