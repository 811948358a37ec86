// The `t` filter: looks a text up by key, picks its plural form, fills in values. Pure.
// As at Shopify, the result is escaped; keys ending in "_html" keep their markup and only escape what is filled in.

import { escapeHtml } from "../mail/quoted.ts";

export type Texts = { [key: string]: string | Texts };

/** Texts of the page's language first, then those of the default language. */
export function translate(
  key: string,
  values: Record<string, unknown>,
  { language, catalogs }: { language: string; catalogs: Texts[] },
): string {
  const found = catalogs.map((texts) => lookUp(texts, key)).find((text) => text !== undefined);
  const text = typeof found === "object" ? pluralForm(found, Number(values.count ?? 0), language) : found;
  if (typeof text !== "string") return `Translation missing: ${escapeHtml(`${language}.${key}`)}`;

  const keepsMarkup = key.endsWith("_html");
  const filled = text.replace(/\{\{\s*([\w.]+)\s*\}\}/g, (placeholder, name: string) => {
    if (!(name in values)) return placeholder;
    const value = String(values[name] ?? "");
    return keepsMarkup ? escapeHtml(value) : value;
  });
  return keepsMarkup ? filled : escapeHtml(filled);
}

/** The text or group of plural forms at "a.b.c". */
export function lookUp(texts: Texts, key: string): string | Texts | undefined {
  let here: string | Texts | undefined = texts;
  for (const part of key.split(".")) here = typeof here === "object" ? here[part] : undefined;
  return here;
}

function pluralForm(forms: Texts, count: number, language: string): string | Texts | undefined {
  if (count === 0 && forms.zero !== undefined) return forms.zero;
  return forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
}
