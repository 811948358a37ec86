// Which of our languages a locale speaks, and how its dates and money are written. Pure.

export const LANGUAGES = ["en", "sv", "nb"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The UI language for a Shopify locale such as "sv-SE", "no" or "nn"; English for all others. */
export function languageOf(locale: string | null | undefined): Language {
  const spoken = (locale ?? "").toLowerCase().split(/[-_]/)[0];
  if (spoken === "no" || spoken === "nn") return "nb";
  return LANGUAGES.find((language) => language === spoken) ?? "en";
}

/** The locale to format dates and money in: the agent's own ("en-GB"), as long as it fits the language shown. */
export function formatLocaleOf(locale: string | null | undefined): string {
  const language = languageOf(locale);
  const written = (locale ?? "").replaceAll("_", "-");
  return written.toLowerCase().startsWith(`${language}-`) && isLocale(written) ? written : language;
}

function isLocale(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1;
  } catch {
    return false;
  }
}
