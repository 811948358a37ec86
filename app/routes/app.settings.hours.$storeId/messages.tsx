// What the chat says by itself, language by language. Empty is the standard text, which shows as placeholder.
import { BlockStack, Card, Checkbox, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { composeChatMessage, STANDARD, STATES } from "../../automation/chat-messages.ts";
import { isOpen, opensNext, type Hours } from "../../automation/hours.ts";
import { STOREFRONT_LANGUAGES, type StorefrontLanguage } from "../../i18n/storefront-language.ts";
import { later, MINUTE } from "../../lib/clock.ts";
import type { PartProps } from "./form.tsx";
import styles from "./hours.module.css";

export function Messages(props: PartProps & { language: StorefrontLanguage; hours: Hours; now: Date }) {
  const { t } = useTranslation();
  const { draft, set, changes, hours, now } = props;
  const [language, setLanguage] = useState(props.language);
  const { messages } = draft;
  // As if it were closed now, also while it is open.
  const backAt = opensNext(hours, isOpen(hours, now) ? later(now, MINUTE) : now);
  const sample = { backAt, usualMinutes: 5, now, locale: language, timeZone: hours.timeZone };
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t("hoursSettings.messages.title")}
          </Text>
          <Text as="p" tone="subdued">
            {t("hoursSettings.messages.help")}
          </Text>
        </BlockStack>
        <Select
          label={t("chatSettings.texts.language")}
          options={STOREFRONT_LANGUAGES.map((value) => ({
            value,
            label: t(`chatSettings.languages.${value}`),
          }))}
          value={language}
          onChange={(chosen) =>
            setLanguage(STOREFRONT_LANGUAGES.find((one) => one === chosen) ?? props.language)
          }
        />
        {STATES.map((state) => {
          const { on, texts } = messages[state];
          const put = (change: Partial<(typeof messages)[typeof state]>) =>
            set({ messages: { ...messages, [state]: { on, texts, ...change } } });
          return (
            <BlockStack key={state} gap="200">
              <Checkbox
                label={t(`hoursSettings.messages.${state}`)}
                checked={on}
                onChange={(checked) => put({ on: checked })}
                disabled={!changes}
              />
              {on ? (
                <>
                  <TextField
                    label={t("hoursSettings.messages.text", { state: t(`hoursSettings.messages.${state}`) })}
                    labelHidden
                    value={texts[language] ?? ""}
                    placeholder={STANDARD[state][language]}
                    onChange={(text) => put({ texts: { ...texts, [language]: text || undefined } })}
                    multiline={3}
                    maxLength={500}
                    autoComplete="off"
                    readOnly={!changes}
                  />
                  <p className={styles.preview} lang={language} data-testid={`message-${state}`}>
                    {composeChatMessage(messages, { ...sample, state })}
                  </p>
                </>
              ) : null}
            </BlockStack>
          );
        })}
        <Text as="p" tone="subdued">
          {t("hoursSettings.messages.variables", { back: "{{back}}", minutes: "{{minutes}}" })}
        </Text>
      </BlockStack>
    </Card>
  );
}
