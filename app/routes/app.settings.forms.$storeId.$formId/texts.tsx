// What stands around the questions, and what the confirmation by mail says.
import { BlockStack, Card, FormLayout, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { LONGEST } from "../../channels/form/definition.ts";
import { textIn, written } from "../../channels/form/editing.ts";
import type { PartProps } from "./editor.tsx";

const PARTS = [
  { part: "title", most: LONGEST.label, lines: 1 },
  { part: "intro", most: LONGEST.text, lines: 2 },
  { part: "button", most: LONGEST.label, lines: 1 },
  { part: "thanks", most: LONGEST.text, lines: 2 },
  { part: "mail", most: LONGEST.mail, lines: 4 },
] as const;

export function Texts({ definition, change, language, changes }: PartProps) {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t("forms.texts.heading")}
        </Text>
        <FormLayout>
          {PARTS.map(({ part, most, lines }) => (
            <TextField
              key={part}
              label={t(`forms.texts.${part}`)}
              helpText={t(`forms.texts.${part}Help`)}
              placeholder={textIn(definition[part], language)}
              value={definition[part][language] ?? ""}
              onChange={(text) =>
                change({ ...definition, [part]: written(definition[part], language, text) })
              }
              maxLength={most}
              autoComplete="off"
              readOnly={!changes}
              {...(lines > 1 ? { multiline: lines } : {})}
            />
          ))}
        </FormLayout>
      </BlockStack>
    </Card>
  );
}
