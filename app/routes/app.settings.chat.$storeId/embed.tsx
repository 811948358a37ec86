import { BlockStack, Button, Card, Checkbox, InlineStack, Text } from "@shopify/polaris";
import { ExternalIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import type { ChatSettingsView } from "../../channels/chat/settings-page.server.ts";
import { PublicationState } from "../../ui/settings/publication-state.tsx";
import type { PartProps } from "./form.tsx";
import { useEmbed } from "./use-embed.ts";

const TONE = { on: "success", off: "caution", unknown: "subdued" } as const;

/** Whether shoppers see the chat at all: our switch, and the theme's. */
export function Embed({
  draft,
  set,
  changes,
  view,
}: PartProps & { view: Pick<ChatSettingsView, "store" | "editor" | "publication"> }) {
  const { t } = useTranslation();
  const state = useEmbed();
  const { editor, publication } = view;
  const storeId = view.store.id;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t("chatSettings.where")}
        </Text>
        <Checkbox
          label={t("chatSettings.on")}
          helpText={t("chatSettings.onHelp")}
          checked={draft.on}
          onChange={(on) => set({ on })}
          disabled={!changes}
        />
        <InlineStack gap="300" blockAlign="center" align="space-between">
          <div role="status" data-testid="embed-state" data-state={state ?? "asking"}>
            <Text as="p" tone={TONE[state ?? "unknown"]}>
              {t(`chatSettings.embed.${state ?? "asking"}`)}
            </Text>
          </div>
          <Button url={editor} target="_top" icon={ExternalIcon}>
            {t("chatSettings.embed.open")}
          </Button>
        </InlineStack>
        <PublicationState storeId={storeId} publication={publication} changes={changes} />
      </BlockStack>
    </Card>
  );
}
