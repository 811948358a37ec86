// The languages shoppers are spoken to in: more than staff's. Pure.

export const STOREFRONT_LANGUAGES = ["en", "sv", "nb", "da", "fi", "de"] as const;
export type StorefrontLanguage = (typeof STOREFRONT_LANGUAGES)[number];

/** The first of these locales that we speak ("sv-SE", "no"), else English. */
export function storefrontLanguage(...locales: (string | null | undefined)[]): StorefrontLanguage {
  for (const locale of locales) {
    const spoken = (locale ?? "").toLowerCase().split(/[-_]/)[0] ?? "";
    const language = spoken === "no" || spoken === "nn" ? "nb" : spoken;
    const known = STOREFRONT_LANGUAGES.find((one) => one === language);
    if (known) return known;
  }
  return "en";
}
