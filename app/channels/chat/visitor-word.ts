// What somebody is called who gave no name, in the store's language. Pure.
import { storefrontLanguage, type StorefrontLanguage } from "../../i18n/storefront-language.ts";

const WORDS: Record<StorefrontLanguage, string> = {
  en: "Visitor",
  sv: "Besökare",
  nb: "Besøkende",
  da: "Besøgende",
  fi: "Kävijä",
  de: "Besucher",
};

export const visitorWord = (locale: string): string => WORDS[storefrontLanguage(locale)];
