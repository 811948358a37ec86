// What the chat says until the merchant says it otherwise. Pure.
import { STOREFRONT_LANGUAGES, type StorefrontLanguage } from "../../i18n/storefront-language.ts";
import type { SettingValue } from "../../settings/settings.ts";

export interface ChatWords {
  /** on the button */
  launcher: string;
  /** above the conversation */
  title: string;
  greeting: string;
  /** what a shopper can say by one touch */
  quickReplies: string[];
}

export const STANDARD_TEXTS: Record<StorefrontLanguage, ChatWords> = {
  en: {
    launcher: "Chat with us",
    title: "Chat with us",
    greeting: "Hi! What can we help you with?",
    quickReplies: ["Where is my order?", "I want to return something", "I have a question about a product"],
  },
  sv: {
    launcher: "Chatta med oss",
    title: "Chatta med oss",
    greeting: "Hej! Vad kan vi hjälpa dig med?",
    quickReplies: ["Var är min beställning?", "Jag vill returnera något", "Jag har en fråga om en produkt"],
  },
  nb: {
    launcher: "Chat med oss",
    title: "Chat med oss",
    greeting: "Hei! Hva kan vi hjelpe deg med?",
    quickReplies: ["Hvor er bestillingen min?", "Jeg vil returnere noe", "Jeg har et spørsmål om et produkt"],
  },
  da: {
    launcher: "Chat med os",
    title: "Chat med os",
    greeting: "Hej! Hvad kan vi hjælpe dig med?",
    quickReplies: ["Hvor er min ordre?", "Jeg vil returnere noget", "Jeg har et spørgsmål om et produkt"],
  },
  fi: {
    launcher: "Keskustele kanssamme",
    title: "Keskustele kanssamme",
    greeting: "Hei! Miten voimme auttaa?",
    quickReplies: ["Missä tilaukseni on?", "Haluan palauttaa tuotteen", "Minulla on kysymys tuotteesta"],
  },
  de: {
    launcher: "Chatten Sie mit uns",
    title: "Chatten Sie mit uns",
    greeting: "Hallo! Wie können wir Ihnen helfen?",
    quickReplies: [
      "Wo ist meine Bestellung?",
      "Ich möchte etwas zurückgeben",
      "Ich habe eine Frage zu einem Produkt",
    ],
  },
};

/** The merchant's words in a language, and the standard ones where they have none. */
export function chatWords(
  { texts }: Pick<SettingValue<"chat">, "texts">,
  language: StorefrontLanguage,
): ChatWords {
  const own = texts[language] ?? {};
  const standard = STANDARD_TEXTS[language];
  return {
    launcher: own.launcher || standard.launcher,
    title: own.title || standard.title,
    greeting: own.greeting || standard.greeting,
    quickReplies: own.quickReplies ?? standard.quickReplies,
  };
}

/** What the storefront shows before anybody touched it, in every language. */
export const publishedTexts = (settings: Pick<SettingValue<"chat">, "texts">) =>
  Object.fromEntries(
    STOREFRONT_LANGUAGES.map((language) => {
      const { launcher, title, greeting } = chatWords(settings, language);
      return [language, { launcher, title, greeting }];
    }),
  ) as Record<StorefrontLanguage, Omit<ChatWords, "quickReplies">>;
