// The texts of the UI in one language. Pure.
import i18next, { type i18n } from "i18next";
import type { Language } from "./language.ts";
import en from "./en.json" with { type: "json" };
import nb from "./nb.json" with { type: "json" };
import sv from "./sv.json" with { type: "json" };

const resources = { en: { translation: en }, sv: { translation: sv }, nb: { translation: nb } };

/** An i18next of its own, so that requests in different languages never share one. */
export function makeTranslator(language: Language): i18n {
  const translator = i18next.createInstance();
  void translator.init({
    lng: language,
    fallbackLng: "en",
    resources,
    initAsync: false,
    // React escapes what it renders.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return translator;
}
