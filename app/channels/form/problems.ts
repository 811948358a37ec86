// What a form can't be saved with. Pure: the editor says it while the merchant works, the server refuses it.
import type { StorefrontLanguage } from "../../i18n/storefront-language.ts";
import {
  hasOptions,
  KNOWN_KINDS,
  postedName,
  type FieldKind,
  type FormDefinition,
  type FormField,
  type Words,
} from "./definition.ts";

export type FormProblem =
  | { problem: "no-email" | "no-message" }
  | {
      problem:
        "no-label" | "no-options" | "no-option-label" | "asked-twice" | "condition-empty" | "condition-below";
      field: string;
    };

/** `language` is the store's own: what every shopper can be shown. */
export function problemsOf({ fields }: FormDefinition, language: StorefrontLanguage): FormProblem[] {
  const kinds = fields.map(({ kind }) => kind);
  return [
    ...(kinds.includes("email") ? [] : [{ problem: "no-email" as const }]),
    ...(kinds.includes("message") ? [] : [{ problem: "no-message" as const }]),
    ...fields.flatMap((field, at) => problemsIn(field, fields.slice(0, at), language)),
  ];
}

function problemsIn(field: FormField, above: FormField[], language: StorefrontLanguage): FormProblem[] {
  const found: FormProblem[] = [];
  const add = (problem: Extract<FormProblem, { field: string }>["problem"]) =>
    found.push({ problem, field: field.id });
  if (!isKnown(field.kind) && !says(field.label, language)) add("no-label");
  if (above.some((other) => other.id === field.id || postedName(other) === postedName(field)))
    add("asked-twice");
  if (hasOptions(field.kind)) {
    if (!field.options.length) add("no-options");
    else if (field.options.some(({ label }) => !says(label, language))) add("no-option-label");
  }
  if (field.when) {
    if (!above.some(({ id }) => id === field.when?.field)) add("condition-below");
    else if (!field.when.is.length) add("condition-empty");
  }
  return found;
}

/** Asked at most once, and named by us where the merchant doesn't. */
export const isKnown = (kind: FieldKind): boolean => (KNOWN_KINDS as readonly FieldKind[]).includes(kind);

/** Always asked, whatever the merchant wants: without them nobody can answer. */
export const isAlwaysThere = (kind: FieldKind): boolean => kind === "email" || kind === "message";

const says = (words: Words, language: StorefrontLanguage): boolean => Boolean(words[language]?.trim());
