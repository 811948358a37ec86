// What the chat says, language by language. Empty is the standard text, which shows as placeholder.
import { BlockStack, Card, Checkbox, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { textsOf, withTexts } from "../../channels/chat/draft-settings.ts";
import { STANDARD_TEXTS } from "../../channels/chat/texts.ts";
import { STOREFRONT_LANGUAGES, type StorefrontLanguage } from "../../i18n/storefront-language.ts";
import type { PartProps } from "./form.tsx";

export function Texts(
  props: PartProps & { language: StorefrontLanguage; onLanguage: (language: StorefrontLanguage) => void },
) {
  const { t } = useTranslation();
  const { draft, set, changes, refused, language } = props;
  const own = textsOf(draft)[language] ?? {};
  const standard = STANDARD_TEXTS[language];
  const change = (texts: Partial<typeof own>) => set({ texts: withTexts(draft, language, texts) });
  const field = (name: "launcher" | "title" | "greeting", most: number) => ({
    label: t(`chatSettings.texts.${name}`),
    value: own[name] ?? "",
    placeholder: standard[name],
    onChange: (value: string) => change({ [name]: value }),
    maxLength: most,
    autoComplete: "off",
    readOnly: !changes,
    error: refused(`texts.${language}.${name}`) ? t("chatSettings.texts.tooLong", { most }) : undefined,
  });
  const offers = own.quickReplies?.length !== 0;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t("chatSettings.texts.heading")}
        </Text>
        <FormLayout>
          <Select
            label={t("chatSettings.texts.language")}
            helpText={t("chatSettings.texts.languageHelp")}
            options={STOREFRONT_LANGUAGES.map((value) => ({
              value,
              label: t(`chatSettings.languages.${value}`),
            }))}
            value={language}
            onChange={(chosen) => props.onLanguage(chosen as StorefrontLanguage)}
          />
          <TextField {...field("launcher", 40)} helpText={t("chatSettings.texts.launcherHelp")} />
          <TextField {...field("title", 60)} />
          <TextField {...field("greeting", 300)} multiline={2} />
          <Checkbox
            label={t("chatSettings.texts.offers")}
            helpText={t("chatSettings.texts.offersHelp")}
            checked={offers}
            onChange={(on) => change({ quickReplies: on ? undefined : [] })}
            disabled={!changes}
          />
          {offers ? (
            <TextField
              label={t("chatSettings.texts.quickReplies")}
              helpText={t("chatSettings.texts.quickRepliesHelp")}
              value={own.quickReplies?.join("\n") ?? ""}
              placeholder={standard.quickReplies.join("\n")}
              onChange={(typed) => change({ quickReplies: typed ? typed.split("\n") : undefined })}
              multiline={3}
              maxLength={6 * 61}
              autoComplete="off"
              readOnly={!changes}
              error={
                refused(`texts.${language}.quickReplies`) ? t("chatSettings.texts.quickWrong") : undefined
              }
            />
          ) : null}
        </FormLayout>
      </BlockStack>
    </Card>
  );
}
