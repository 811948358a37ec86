import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Box, Button, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../../../ui/dialog.tsx";
import { callVerb, type VerbFailure } from "../../../ui/verb.ts";
import { VerbFailed } from "../verb-failed.tsx";

/** Asks plainly, then deletes: nothing brings it back. */
export function DeleteForGood(props: {
  id: string;
  number: string;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<VerbFailure | null>(null);
  const { number } = props;
  const go = async () => {
    setBusy(true);
    setFailure(null);
    const result = await callVerb("POST", `/app/tickets/${props.id}/deletion`);
    setBusy(false);
    if (!result.ok) return setFailure(result);
    shopify.toast.show(t("state.toast.deleted", { number }));
    props.onDone();
  };
  return (
    <Dialog title={t("state.archive.sure", { number })} onClose={props.onClose}>
      <Box padding="400">
        <BlockStack gap="400">
          <VerbFailed failure={failure} onDismiss={() => setFailure(null)} />
          <Text as="p">{t("state.archive.sureText")}</Text>
          <InlineStack gap="200" align="end">
            <Button onClick={props.onClose}>{t("state.cancel")}</Button>
            <Button variant="primary" tone="critical" loading={busy} onClick={() => void go()}>
              {t("state.archive.deleteDo")}
            </Button>
          </InlineStack>
        </BlockStack>
      </Box>
    </Dialog>
  );
}
