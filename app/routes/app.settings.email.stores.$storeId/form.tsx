import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Card, Checkbox, FormLayout, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { ReadOnly } from "../../ui/settings/read-only.tsx";
import { Refusal, useRefusalOf } from "../../ui/settings/refusal.tsx";
import { UnsavedBar, useDraft } from "../../ui/settings/save-bar.tsx";
import { useVerb } from "../../ui/settings/use-verb.ts";
import type { SettingValue } from "../../settings/settings.ts";
import type { Sender } from "../../workspace/sender.server.ts";
import type { ShownDomain } from "../../workspace/sending-domains.server.ts";
import { Preview } from "./preview.tsx";

const ID = "store-settings";

/** Sender, signature and what customers are told: two resources, saved by one press. */
export function StoreForm(props: {
  owners: string[] | null;
  sender: Sender;
  domains: ShownDomain[];
  answers: { withinHours: number } & SettingValue<"email">;
}) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const { owners, sender, domains, answers } = props;
  const changes = owners === null;
  const face = useDraft({
    senderName: sender.senderName,
    senderAddress: sender.senderAddress ?? "",
    signature: sender.signature,
  });
  const told = useDraft({ ...answers, withinHours: String(answers.withinHours) });
  const [saveFace, saveTold] = [useVerb(), useVerb()];
  const refusalOf = useRefusalOf(saveFace.failure);
  const wrongHours = useRefusalOf(saveTold.failure)("answers");
  const path = `/app/settings/email/stores/${sender.storeId}`;

  const save = async () => {
    const { withinHours, acknowledge, quoteHistory, trackOpens } = told.value;
    const choice = (value: boolean) => (value ? "yes" : "no");
    const fields = {
      withinHours,
      acknowledge: choice(acknowledge),
      quoteHistory: choice(quoteHistory),
      trackOpens: choice(trackOpens),
    };
    const faceSaved = !face.dirty || (await saveFace.ask("POST", `${path}/sender`, face.value));
    const toldSaved = !told.dirty || (await saveTold.ask("POST", `${path}/answers`, fields));
    if (faceSaved) face.saved();
    if (toldSaved) told.saved();
    if (faceSaved && toldSaved) shopify.toast.show(t("settings.saved"));
  };
  const discard = () => {
    face.reset();
    told.reset();
  };

  return (
    <BlockStack gap="400">
      <UnsavedBar
        id={ID}
        open={changes && (face.dirty || told.dirty)}
        busy={saveFace.busy || saveTold.busy}
        onSave={() => void save()}
        onDiscard={discard}
      />
      {owners ? <ReadOnly owners={owners} /> : null}
      <Card>
        <FormLayout>
          <Text as="h2" variant="headingMd">
            {t("settings.sender.heading")}
          </Text>
          <TextField
            label={t("settings.sender.name")}
            value={face.value.senderName}
            onChange={(senderName) => face.set({ senderName })}
            autoComplete="off"
            readOnly={!changes}
            maxLength={100}
            error={refusalOf("senderName")}
          />
          <TextField
            type="email"
            label={t("settings.sender.address")}
            value={face.value.senderAddress}
            onChange={(senderAddress) => face.set({ senderAddress })}
            placeholder={domains[0] ? t("settings.sender.example", { domain: domains[0].name }) : ""}
            helpText={domains.length ? t("settings.sender.addressHelp") : t("settings.sender.addDomain")}
            autoComplete="off"
            spellCheck={false}
            readOnly={!changes}
            error={refusalOf("senderAddress")}
          />
          <TextField
            label={t("settings.sender.signature")}
            value={face.value.signature}
            onChange={(signature) => face.set({ signature })}
            multiline={4}
            maxLength={2000}
            helpText={t("settings.sender.signatureHelp")}
            autoComplete="off"
            readOnly={!changes}
            error={refusalOf("signature")}
          />
          <Refusal failure={saveFace.failure} />
        </FormLayout>
      </Card>
      <Preview face={face.value} fallback={sender.fallback} domains={domains} />
      <Card>
        <FormLayout>
          <Text as="h2" variant="headingMd">
            {t("settings.answers.heading")}
          </Text>
          <TextField
            type="number"
            label={t("settings.answers.within")}
            suffix={t("settings.answers.hours")}
            value={told.value.withinHours}
            onChange={(withinHours) => told.set({ withinHours })}
            min={1}
            max={240}
            helpText={t("settings.answers.withinHelp")}
            autoComplete="off"
            readOnly={!changes}
            error={wrongHours ? t("settings.answers.wrong") : undefined}
          />
          <Checkbox
            label={t("settings.answers.acknowledge")}
            helpText={t("settings.answers.acknowledgeHelp")}
            checked={told.value.acknowledge}
            onChange={(acknowledge) => told.set({ acknowledge })}
            disabled={!changes}
          />
          <Text as="h2" variant="headingMd">
            {t("settings.replies.heading")}
          </Text>
          <Checkbox
            label={t("settings.replies.quote")}
            helpText={t("settings.replies.quoteHelp")}
            checked={told.value.quoteHistory}
            onChange={(quoteHistory) => told.set({ quoteHistory })}
            disabled={!changes}
          />
          <Checkbox
            label={t("settings.replies.opens")}
            helpText={t("settings.replies.opensHelp")}
            checked={told.value.trackOpens}
            onChange={(trackOpens) => told.set({ trackOpens })}
            disabled={!changes}
          />
          <Refusal failure={saveTold.failure} />
        </FormLayout>
      </Card>
    </BlockStack>
  );
}
