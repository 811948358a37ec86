import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Box, Button, InlineStack, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { ListedLabel } from "../../tickets/label-list.server.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { useVerb } from "../../ui/settings/use-verb.ts";
import { LabelRefusal } from "./label-refusal.tsx";

/** Asks once: what was merged is not taken apart again. */
export function MergeLabels(props: { from: ListedLabel; into: ListedLabel; onClose: () => void }) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const verb = useVerb();
  const names = { from: props.from.name, into: props.into.name };
  const go = async () => {
    if (!(await verb.ask("POST", `/app/labels/${props.from.id}/merge`, { into: props.into.id }))) return;
    shopify.toast.show(t("state.settings.merged", names));
    props.onClose();
  };
  return (
    <Dialog title={t("state.settings.mergeSure", names)} onClose={props.onClose}>
      <Box padding="400">
        <BlockStack gap="400">
          <Text as="p">{t("state.settings.mergeText", names)}</Text>
          <LabelRefusal failure={verb.failure} />
          <InlineStack gap="200" align="end">
            <Button onClick={props.onClose}>{t("state.cancel")}</Button>
            <Button variant="primary" loading={verb.busy} onClick={() => void go()}>
              {t("state.settings.merge")}
            </Button>
          </InlineStack>
        </BlockStack>
      </Box>
    </Dialog>
  );
}
