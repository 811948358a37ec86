import { Banner, BlockStack, Button, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { useConfirmIdentity } from "../../../ui/customer/use-confirm-identity.ts";

/** Nothing is done to an order before somebody has made sure whose it is. */
export function MismatchGuard({ ticketId, onConfirmed }: { ticketId: string; onConfirmed: () => void }) {
  const { t } = useTranslation();
  const { confirm, busy, failed } = useConfirmIdentity(ticketId);
  const go = async () => {
    if (await confirm()) onConfirmed();
  };
  return (
    <Banner tone="warning" title={t("orderActions.mismatch.title")}>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="p">{t("orderActions.mismatch.text")}</Text>
        <Button onClick={() => void go()} loading={busy}>
          {t("orderActions.mismatch.confirm")}
        </Button>
        {failed ? <Text as="p">{t("orderActions.problem.network")}</Text> : null}
      </BlockStack>
    </Banner>
  );
}
