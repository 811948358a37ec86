import { Banner, BlockStack, Button, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { IntentView } from "../../../orders/actions/intent.server.ts";

/** What came of it, in plain words, and what to do next. */
export function Result({
  result,
  onClose,
  onReload,
}: {
  result: IntentView;
  onClose: () => void;
  /** shows the order as it is now; what was typed stays */
  onReload?: () => void;
}) {
  const { t } = useTranslation();
  const { state, reason, said } = result;
  if (state === "failed")
    return (
      <Banner tone="critical">
        <BlockStack gap="200" inlineAlign="start">
          <Text as="p">{t(`orderActions.failed.${reason ?? "refused"}`)}</Text>
          {said ? <Text as="p">{t("orderActions.said", { text: said })}</Text> : null}
          {onReload ? <Button onClick={onReload}>{t("orderActions.reload")}</Button> : null}
        </BlockStack>
      </Banner>
    );
  const tone = state === "done" ? "success" : state === "unknown" ? "warning" : "info";
  return (
    <Banner tone={tone}>
      <BlockStack gap="200" inlineAlign="start">
        <div role="status" data-testid="order-result" data-state={state}>
          <Text as="p">{t(`orderActions.state.${state}`, { name: result.approver ?? "" })}</Text>
        </div>
        <Button onClick={onClose}>{t("orderActions.close")}</Button>
      </BlockStack>
    </Banner>
  );
}
