// What is asked before a chat, and what happens while it runs and afterwards.
import { BlockStack, Card, Checkbox, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { ChatSettingsView } from "../../channels/chat/settings-page.server.ts";
import { ASKS } from "../../settings/chat.ts";
import type { PartProps } from "./form.tsx";

export function Conversation(props: PartProps & Pick<ChatSettingsView, "addresses" | "sender">) {
  const { t } = useTranslation();
  const { draft, set, changes, refused, addresses, sender } = props;
  const asks = (name: "askName" | "askEmail", helpText?: string) => (
    <Select
      label={t(`chatSettings.${name}`)}
      helpText={helpText}
      options={ASKS.map((value) => ({ value, label: t(`chatSettings.asks.${value}`) }))}
      value={draft[name]}
      onChange={(chosen) => {
        const ask = ASKS.find((one) => one === chosen);
        if (ask) set({ [name]: ask });
      }}
      disabled={!changes}
    />
  );
  const box = (name: "rating" | "transcript" | "sound") => (
    <Checkbox
      label={t(`chatSettings.${name}`)}
      checked={draft[name]}
      onChange={(on) => set({ [name]: on })}
      disabled={!changes}
    />
  );
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t("chatSettings.conversation")}
        </Text>
        <FormLayout>
          {asks("askName")}
          {asks("askEmail", t("chatSettings.askEmailHelp"))}
          <TextField
            type="number"
            label={t("chatSettings.silence")}
            suffix={t("chatSettings.minutes")}
            helpText={t("chatSettings.silenceHelp")}
            value={draft.silenceMinutes}
            onChange={(silenceMinutes) => set({ silenceMinutes })}
            min={5}
            max={1440}
            autoComplete="off"
            readOnly={!changes}
            error={refused("silenceMinutes") ? t("chatSettings.silenceWrong") : undefined}
          />
          {box("rating")}
          {box("transcript")}
          {box("sound")}
          <Select
            label={t("chatSettings.followUp")}
            helpText={t("chatSettings.followUpHelp")}
            options={[
              { value: "", label: t("chatSettings.followUpUsual", { address: sender }) },
              ...addresses.map(({ id, address }) => ({ value: id, label: address })),
            ]}
            value={draft.followUpFrom}
            onChange={(followUpFrom) => set({ followUpFrom })}
            disabled={!changes}
            error={refused("followUpFrom") ? t("chatSettings.followUpWrong") : undefined}
          />
        </FormLayout>
      </BlockStack>
    </Card>
  );
}
