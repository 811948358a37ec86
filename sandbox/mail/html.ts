// HTML by template: values are escaped unless they are themselves made by `html`.

import { escapeHtml } from "./quoted.ts";

export interface Html {
  markup: string;
}
type Value = Html | string | number | false | null | undefined | Value[];

/** `html\`<p>${name}</p>\``: escapes every value that is not Html. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Html => ({
  markup: parts.map((part, index) => part + asMarkup(values[index])).join(""),
});

function asMarkup(value: Value): string {
  if (value === null || value === undefined || value === false) return "";
  if (Array.isArray(value)) return value.map(asMarkup).join("");
  if (typeof value === "object") return value.markup;
  return escapeHtml(String(value));
}
