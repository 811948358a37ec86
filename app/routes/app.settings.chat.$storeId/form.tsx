// Everything a merchant sets of the chat, saved by one press; beside it what shoppers will see of it.
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { chatOfDraft, draftOfChat, type ChatDraft } from "../../channels/chat/draft-settings.ts";
import type { ChatSettingsView } from "../../channels/chat/settings-page.server.ts";
import type { StorefrontLanguage } from "../../i18n/storefront-language.ts";
import { Refusal } from "../../ui/settings/refusal.tsx";
import { UnsavedBar, useDraft } from "../../ui/settings/save-bar.tsx";
import { useVerb } from "../../ui/settings/use-verb.ts";
import { Conversation } from "./conversation.tsx";
import { Embed } from "./embed.tsx";
import { Looks } from "./looks.tsx";
import { Preview } from "./preview.tsx";
import { Texts } from "./texts.tsx";
import styles from "./chat.module.css";

export interface PartProps {
  draft: ChatDraft;
  set: (change: Partial<ChatDraft>) => void;
  changes: boolean;
  /** whether the server refused this field */
  refused: (field: string) => boolean;
}

export function ChatForm({ view, changes }: { view: ChatSettingsView; changes: boolean }) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const draft = useDraft(draftOfChat(view.chat));
  const verb = useVerb();
  const [language, setLanguage] = useState<StorefrontLanguage>(view.store.language);
  const fields = verb.failure?.error === "invalid" ? [verb.failure.detail.fields].flat().map(String) : [];
  const refused = (field: string) => fields.some((one) => one === field || one.startsWith(`${field}.`));
  const save = async () => {
    const chat = JSON.stringify(chatOfDraft(draft.value));
    if (!(await verb.ask("POST", `/app/settings/chat/${view.store.id}/changes`, { chat }))) return;
    draft.saved();
    shopify.toast.show(t("settings.saved"));
  };
  const part = { draft: draft.value, set: draft.set, changes, refused };
  return (
    <div className={styles.frame}>
      <UnsavedBar
        id="chat-settings"
        open={changes && draft.dirty}
        busy={verb.busy}
        onSave={() => void save()}
        onDiscard={draft.reset}
      />
      <BlockStack gap="400">
        <Refusal failure={verb.failure} />
        <Embed {...part} view={view} />
        <Looks {...part} />
        <Texts {...part} language={language} onLanguage={setLanguage} />
        <Conversation {...part} addresses={view.addresses} sender={view.sender} />
      </BlockStack>
      <Preview draft={draft.value} language={language} onLanguage={setLanguage} store={view.store.name} />
    </div>
  );
}
