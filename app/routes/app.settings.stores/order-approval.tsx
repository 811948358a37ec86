// Over how much an agent's order action waits for a colleague.
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Card, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { OrderLimit } from "../../settings/order-limits.server.ts";
import { Refusal } from "../../ui/settings/refusal.tsx";
import { UnsavedBar, useDraft } from "../../ui/settings/save-bar.tsx";
import { useVerb } from "../../ui/settings/use-verb.ts";

export function OrderApproval({ limit, changes }: { limit: OrderLimit; changes: boolean }) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const verb = useVerb();
  const draft = useDraft({ over: limit.over ?? "" });
  const id = `approval-${limit.storeId}`;
  const save = async () => {
    const over = draft.value.over.replace(",", ".").trim();
    if (!(await verb.ask("POST", `/app/settings/stores/${limit.storeId}/approval`, { over }))) return;
    draft.saved();
    shopify.toast.show(t("orderActions.settings.saved"));
  };
  return (
    <Card>
      <section aria-labelledby={id} data-testid="order-approval">
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd" id={id}>
            {t("orderActions.settings.title")} · {limit.store}
          </Text>
          <Text as="p" tone="subdued">
            {t("orderActions.settings.text")}
          </Text>
          <TextField
            label={t("orderActions.settings.limit", { currency: limit.currency })}
            helpText={t("orderActions.settings.help")}
            value={draft.value.over}
            onChange={(over) => draft.set({ over })}
            error={verb.failure?.error === "invalid" ? t("orderActions.settings.wrong") : undefined}
            disabled={!changes}
            inputMode="decimal"
            maxLength={14}
            autoComplete="off"
          />
          <Refusal failure={verb.failure} />
        </BlockStack>
      </section>
      <UnsavedBar
        id={id}
        open={draft.dirty}
        busy={verb.busy}
        onSave={() => void save()}
        onDiscard={draft.reset}
      />
    </Card>
  );
}
