import { BlockStack, Card, Checkbox, ChoiceList, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { POSITIONS, THEMES } from "../../settings/chat.ts";
import { Colour } from "./colour.tsx";
import type { PartProps } from "./form.tsx";

const STANDARD_COLOUR = "#1f4d36";

/** Where the button stands, and the colours. */
export function Looks({ draft, set, changes, refused }: PartProps) {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t("chatSettings.looks")}
        </Text>
        <ChoiceList
          title={t("chatSettings.position")}
          choices={POSITIONS.map((value) => ({ value, label: t(`chatSettings.positions.${value}`) }))}
          selected={[draft.position]}
          onChange={([position]) => set({ position: position === "left" ? "left" : "right" })}
          disabled={!changes}
        />
        <Checkbox
          label={t("chatSettings.ownColour")}
          helpText={t("chatSettings.ownColourHelp")}
          checked={draft.colour === ""}
          onChange={(themes) => set({ colour: themes ? "" : STANDARD_COLOUR })}
          disabled={!changes}
        />
        {draft.colour === "" ? null : (
          <Colour
            value={draft.colour}
            theme={draft.theme}
            onChange={(colour) => set({ colour })}
            changes={changes}
            refused={refused("colour")}
          />
        )}
        <ChoiceList
          title={t("chatSettings.theme")}
          choices={THEMES.map((value) => ({
            value,
            label: t(`chatSettings.themes.${value}`),
            helpText: value === "auto" ? t("chatSettings.themeHelp") : undefined,
          }))}
          selected={[draft.theme]}
          onChange={([chosen]) => {
            const theme = THEMES.find((one) => one === chosen);
            if (theme) set({ theme });
          }}
          disabled={!changes}
        />
      </BlockStack>
    </Card>
  );
}
