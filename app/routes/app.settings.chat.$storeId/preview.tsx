// What shoppers will see of it, while it is set: the button on a page of the store, and the panel it opens.
import { Button, ButtonGroup, Card, InlineStack, Select, Text } from "@shopify/polaris";
import { ArrowUpIcon, ChatIcon, XIcon } from "@shopify/polaris-icons";
import { useState, type CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { readColour, textsOf, type ChatDraft } from "../../channels/chat/draft-settings.ts";
import { WORDS } from "../../channels/form/words.ts";
import { chatWords, type ChatWords } from "../../channels/chat/texts.ts";
import { STOREFRONT_LANGUAGES, type StorefrontLanguage } from "../../i18n/storefront-language.ts";
import { textOn } from "../../lib/contrast.ts";
import styles from "./preview.module.css";

interface PreviewProps {
  draft: ChatDraft;
  language: StorefrontLanguage;
  onLanguage: (language: StorefrontLanguage) => void;
  /** the store's name */
  store: string;
}

export function Preview({ draft, language, onLanguage, store }: PreviewProps) {
  const { t } = useTranslation();
  const [night, setNight] = useState(false);
  const [phone, setPhone] = useState(false);
  const dark = draft.theme === "dark" || (draft.theme === "auto" && night);
  return (
    <section className={styles.preview} aria-label={t("chatSettings.preview.heading")} data-testid="preview">
      <Card>
        <div className={styles.parts}>
          <Text as="h2" variant="headingMd">
            {t("chatSettings.preview.heading")}
          </Text>
          <InlineStack gap="200">
            <ButtonGroup variant="segmented">
              <Button size="slim" pressed={!phone} onClick={() => setPhone(false)}>
                {t("chatSettings.preview.desktop")}
              </Button>
              <Button size="slim" pressed={phone} onClick={() => setPhone(true)}>
                {t("chatSettings.preview.phone")}
              </Button>
            </ButtonGroup>
            {draft.theme === "auto" ? (
              <ButtonGroup variant="segmented">
                <Button size="slim" pressed={!night} onClick={() => setNight(false)}>
                  {t("chatSettings.preview.day")}
                </Button>
                <Button size="slim" pressed={night} onClick={() => setNight(true)}>
                  {t("chatSettings.preview.night")}
                </Button>
              </ButtonGroup>
            ) : null}
            <Select
              label={t("chatSettings.texts.language")}
              labelHidden
              options={STOREFRONT_LANGUAGES.map((value) => ({
                value,
                label: t(`chatSettings.languages.${value}`),
              }))}
              value={language}
              onChange={(chosen) => onLanguage(chosen as StorefrontLanguage)}
            />
          </InlineStack>
          <Storefront
            words={chatWords({ texts: textsOf(draft) }, language)}
            draft={draft}
            dark={dark}
            phone={phone}
            language={language}
            store={store}
          />
          <Text as="p" tone="subdued" variant="bodySm">
            {t(draft.on ? "chatSettings.preview.help" : "chatSettings.preview.off")}
          </Text>
        </div>
      </Card>
    </section>
  );
}

function Storefront(props: {
  words: ChatWords;
  draft: ChatDraft;
  dark: boolean;
  phone: boolean;
  language: StorefrontLanguage;
  store: string;
}) {
  const { words, draft, dark, phone, language, store } = props;
  const [open, setOpen] = useState(true);
  const colour = draft.colour === "" ? null : readColour(draft.colour);
  const colours = colour ? { "--chat": colour, "--on-chat": textOn(colour) } : {};
  return (
    <div
      className={styles.page}
      data-theme={dark ? "dark" : "light"}
      data-size={phone ? "phone" : "desktop"}
      data-side={draft.position}
      style={colours as CSSProperties}
      lang={language}
    >
      <p className={styles.shop}>{store}</p>
      <span className={styles.line} />
      <span className={styles.line} data-short />
      <span className={styles.picture} />
      {draft.on && open ? (
        <Panel words={words} draft={draft} language={language} onClose={() => setOpen(false)} store={store} />
      ) : null}
      {draft.on && !(open && phone) ? (
        <button
          type="button"
          className={styles.launcher}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          title={words.launcher}
        >
          <span className={styles.icon}>{open ? <XIcon /> : <ChatIcon />}</span>
          <span className={styles.hidden}>{words.launcher}</span>
        </button>
      ) : null}
    </div>
  );
}

function Panel(props: {
  words: ChatWords;
  draft: ChatDraft;
  language: StorefrontLanguage;
  onClose: () => void;
  store: string;
}) {
  const { t } = useTranslation();
  const { words, draft, store } = props;
  return (
    <div className={styles.panel}>
      <header className={styles.head}>
        <span className={styles.face} aria-hidden="true">
          {store.slice(0, 1).toUpperCase()}
        </span>
        <strong className={styles.title}>{words.title}</strong>
        <button
          type="button"
          className={styles.close}
          onClick={props.onClose}
          aria-label={t("chatSettings.preview.close")}
        >
          <XIcon />
        </button>
      </header>
      <div className={styles.talk} role="group" aria-label={words.title} tabIndex={0}>
        <p className={styles.greeting}>{words.greeting}</p>
        {words.quickReplies.map((reply, index) => (
          <span key={index} className={styles.quick}>
            {reply}
          </span>
        ))}
        <Asked ask={draft.askName} field="name" language={props.language} />
        <Asked ask={draft.askEmail} field="email" language={props.language} />
      </div>
      <div className={styles.write} aria-hidden="true">
        <span className={styles.box} />
        <span className={styles.send}>
          <ArrowUpIcon />
        </span>
      </div>
    </div>
  );
}

/** What is asked before the first message, in the shopper's words. */
function Asked(props: { ask: ChatDraft["askName"]; field: "name" | "email"; language: StorefrontLanguage }) {
  const { ask, field, language } = props;
  if (ask === "off") return null;
  const { labels, optional } = WORDS[language];
  return (
    <span className={styles.asked}>
      {labels[field]} {ask === "optional" ? optional : null}
      <span className={styles.box} />
    </span>
  );
}
