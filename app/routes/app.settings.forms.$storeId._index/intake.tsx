// Whether this store's forms become tickets, or go to its own address as plain mail.
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Card, ChoiceList, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { SettingValue } from "../../settings/settings.ts";
import { Refusal, useRefusalOf } from "../../ui/settings/refusal.tsx";
import { UnsavedBar, useDraft } from "../../ui/settings/save-bar.tsx";
import { useVerb } from "../../ui/settings/use-verb.ts";

export function Intake(props: { storeId: string; intake: SettingValue<"contactForm">; changes: boolean }) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const { storeId, intake, changes } = props;
  const draft = useDraft({ tickets: intake.tickets ? "yes" : "no", forwardTo: intake.forwardTo ?? "" });
  const verb = useVerb();
  const refusalOf = useRefusalOf(verb.failure);
  const off = draft.value.tickets === "no";
  const save = async () => {
    if (!(await verb.ask("POST", `/app/settings/stores/${storeId}/contact-form`, draft.value))) return;
    draft.saved();
    shopify.toast.show(t("settings.saved"));
  };
  return (
    <Card>
      <UnsavedBar
        id="contact-form-intake"
        open={changes && draft.dirty}
        busy={verb.busy}
        onSave={() => void save()}
        onDiscard={draft.reset}
      />
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t("forms.intake.heading")}
        </Text>
        <ChoiceList
          title={t("forms.intake.heading")}
          titleHidden
          choices={[
            {
              value: "yes",
              label: t("forms.intake.tickets"),
              helpText: t("forms.intake.ticketsHelp"),
              disabled: !changes,
            },
            {
              value: "no",
              label: t("forms.intake.forward"),
              helpText: t("forms.intake.forwardHelp"),
              disabled: !changes,
            },
          ]}
          selected={[draft.value.tickets]}
          onChange={([tickets = "yes"]) => draft.set({ tickets })}
        />
        {off ? (
          <TextField
            type="email"
            label={t("forms.intake.address")}
            helpText={t("forms.intake.addressHelp")}
            value={draft.value.forwardTo}
            onChange={(forwardTo) => draft.set({ forwardTo })}
            autoComplete="email"
            readOnly={!changes}
            error={
              verb.failure?.detail.reason === "connected"
                ? t("forms.intake.connected")
                : refusalOf("forwardTo")
            }
          />
        ) : null}
        <Refusal failure={verb.failure} />
      </BlockStack>
    </Card>
  );
}
