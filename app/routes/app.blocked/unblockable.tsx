import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Button, InlineError, InlineStack, Text } from "@shopify/polaris";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFailureText } from "../../ui/failure.tsx";
import { useLive } from "../../ui/live/live.tsx";
import { callVerb, type VerbFailure } from "../../ui/verb.ts";

/** Somebody who is blocked, by whom, and the way back: DELETE to `path`. */
export function Unblockable(props: { who: ReactNode; name: string; byName: string | null; path: string }) {
  const { t } = useTranslation();
  const words = useFailureText();
  const shopify = useAppBridge();
  const { refresh } = useLive();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<VerbFailure | null>(null);
  const { who, name, byName, path } = props;
  const unblock = async () => {
    setBusy(true);
    const result = await callVerb("DELETE", path);
    setBusy(false);
    if (!result.ok) return setFailure(result);
    shopify.toast.show(t("blocked.unblocked", { sender: name }));
    refresh();
  };
  return (
    <li>
      <InlineStack align="space-between" blockAlign="center" gap="400">
        <BlockStack gap="050">
          <Text as="span" fontWeight="medium" breakWord>
            {who}
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
          accessibilityLabel={t("blocked.unblockOf", { sender: name })}
        >
          {t("blocked.unblock")}
        </Button>
      </InlineStack>
      {failure ? <InlineError fieldID={path} message={words(failure.error)} /> : null}
    </li>
  );
}
