// What it says: subject, text, and what stands for each recipient's own.
import { BlockStack, Button, InlineStack, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { writeVariable } from "../../tickets/variables.ts";
import { PERSONAL, type RequestDraft } from "./draft.ts";
import { MessageText } from "./message-text.tsx";

export function Message({ draft }: { draft: RequestDraft }) {
  const { t } = useTranslation();
  const insert = (written: string) => {
    const gap = !draft.text || /\s$/.test(draft.text) ? "" : " ";
    draft.writeText(`${draft.text}${gap}${written}`);
  };
  return (
    <BlockStack gap="300">
      <TextField
        label={t("requests.subject")}
        value={draft.subject}
        onChange={draft.writeSubject}
        autoComplete="off"
        maxLength={250}
      />
      <MessageText value={draft.text} onChange={draft.writeText} />
      <InlineStack gap="200" blockAlign="center">
        <Text as="span" tone="subdued">
          {t("requests.insert")}
        </Text>
        {PERSONAL.map((variable) => (
          <Button key={variable} size="micro" onClick={() => insert(writeVariable(variable))}>
            {t(`variables.names.${variable}`)}
          </Button>
        ))}
      </InlineStack>
      <Text as="p" tone="subdued" variant="bodySm">
        {t("requests.fallbackHelp", { open: "{{", close: "}}" })}
      </Text>
    </BlockStack>
  );
}
