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
  const say = translator.t as (key: unknown, options?: unknown) => unknown;
  const said = new Map<unknown, unknown>();
  // Most texts have nothing to fill in, and a page says hundreds of them each time it is drawn: looked up once.
  const sayOnce = (key: unknown, options?: unknown): unknown => {
    if (typeof key !== "string" || !isBare(options)) return say(key, options);
    if (!said.has(key)) said.set(key, say(key, options));
    return said.get(key);
  };
  translator.t = sayOnce as typeof translator.t;
  return translator;
}

/** What react-i18next adds to every text: the language and where it is looked for. */
const ALWAYS = new Set(["lng", "lngs", "ns", "keyPrefix"]);
const isBare = (options: unknown): boolean =>
  options === undefined ||
  (typeof options === "object" && options !== null && Object.keys(options).every((name) => ALWAYS.has(name)));
