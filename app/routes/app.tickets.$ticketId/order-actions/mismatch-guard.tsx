import { Banner, BlockStack, Button, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLive } from "../../../ui/live/live.tsx";
import { callVerb } from "../../../ui/verb.ts";

/** Nothing is done to an order before somebody has made sure whose it is. */
export function MismatchGuard({ ticketId, onConfirmed }: { ticketId: string; onConfirmed: () => void }) {
  const { t } = useTranslation();
  const { refresh } = useLive();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const confirm = async () => {
    setBusy(true);
    const { ok } = await callVerb("POST", `/app/tickets/${ticketId}/identity`);
    setBusy(false);
    setFailed(!ok);
    if (!ok) return;
    refresh();
    onConfirmed();
  };
  return (
    <Banner tone="warning" title={t("orderActions.mismatch.title")}>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="p">{t("orderActions.mismatch.text")}</Text>
        <Button onClick={() => void confirm()} loading={busy}>
          {t("orderActions.mismatch.confirm")}
        </Button>
        {failed ? <Text as="p">{t("orderActions.problem.network")}</Text> : null}
      </BlockStack>
    </Banner>
  );
}
