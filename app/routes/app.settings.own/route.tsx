// What is only the agent's own: the words under their replies, what is mailed to them, what shoppers see of them.
import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, type ClientLoaderFunctionArgs } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Card, ChoiceList, FormLayout, Page, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { page, requireAgent } from "../../auth.server.ts";
import { NOTIFY, notifyOf } from "../../team/notify.ts";
import { alertsOf } from "../../notifications/alerts.server.ts";
import { readProfile } from "../../team/profile.server.ts";
import { orLastGood } from "../../ui/last-good.ts";
import { Refusal, useRefusalOf } from "../../ui/settings/refusal.tsx";
import { UnsavedBar, useDraft } from "../../ui/settings/save-bar.tsx";
import { useVerb } from "../../ui/settings/use-verb.ts";
import { AlertsCard } from "./alerts-card.tsx";
import { ShoppersCard } from "./shoppers-card.tsx";

export const loader = page(async ({ request }: LoaderFunctionArgs) => {
  const { workspace, agent } = await requireAgent(request);
  const [profile, alerts] = await Promise.all([readProfile(workspace, agent.id), alertsOf(workspace, agent)]);
  const { picture, ...own } = profile;
  return json({ profile: own, picture, alerts, email: agent.email, name: agent.name });
});

export const clientLoader = ({ request, serverLoader }: ClientLoaderFunctionArgs) =>
  orLastGood("settings-own", request, () => serverLoader<typeof loader>());

export default function OwnSettings() {
  const { t } = useTranslation();
  const { profile, picture, alerts, email, name } = useLoaderData<typeof loader>();
  const shopify = useAppBridge();
  const draft = useDraft(profile);
  const verb = useVerb();
  const refusalOf = useRefusalOf(verb.failure);
  const save = async () => {
    if (!(await verb.ask("POST", "/app/settings/own/profile", draft.value))) return;
    draft.saved();
    shopify.toast.show(t("settings.saved"));
  };
  return (
    <Page title={t("settings.nav.own")} narrowWidth>
      <UnsavedBar
        id="own-settings"
        open={draft.dirty}
        busy={verb.busy}
        onSave={() => void save()}
        onDiscard={draft.reset}
      />
      <BlockStack gap="400">
        <Card>
          <FormLayout>
            <Text as="h2" variant="headingMd">
              {t("settings.own.signature")}
            </Text>
            <TextField
              label={t("settings.own.signature")}
              labelHidden
              value={draft.value.signature}
              onChange={(signature) => draft.set({ signature })}
              multiline={4}
              maxLength={2000}
              helpText={t("settings.own.signatureHelp")}
              autoComplete="off"
              error={refusalOf("signature")}
            />
          </FormLayout>
        </Card>
        <Card>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              {t("settings.own.notify")}
            </Text>
            <ChoiceList
              title={t("settings.own.notifyText", { email })}
              choices={NOTIFY.map((choice) => ({
                value: choice,
                label: t(`settings.own.choices.${choice}`),
                helpText: t(`settings.own.choicesHelp.${choice}`),
              }))}
              selected={[draft.value.notifyByMail]}
              onChange={([chosen]) => {
                const notifyByMail = notifyOf(chosen);
                if (notifyByMail) draft.set({ notifyByMail });
              }}
            />
          </BlockStack>
        </Card>
        <ShoppersCard
          name={name}
          shownName={draft.value.shownName}
          onShownName={(shownName) => draft.set({ shownName })}
          refused={refusalOf("shownName")}
          picture={picture}
        />
        <AlertsCard alerts={alerts} />
        <Refusal failure={verb.failure} />
      </BlockStack>
    </Page>
  );
}
