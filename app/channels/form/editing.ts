// Changes to a form while its merchant works on it. Pure.
import { STOREFRONT_LANGUAGES, type StorefrontLanguage } from "../../i18n/storefront-language.ts";
import {
  hasOptions,
  MOST_FIELDS,
  postedName,
  type FieldKind,
  type FieldOption,
  type FormDefinition,
  type FormField,
  type Words,
} from "./definition.ts";
import { isKnown } from "./problems.ts";
import { WORDS } from "./words.ts";

/** What a question is called where no label is written in this language. */
export function labelIn(field: FormField, language: StorefrontLanguage): string {
  return textIn(field.label, language) || standardLabel(field, language);
}

/** Our own words for it; "" for a question only the merchant can name. */
export function standardLabel(field: Pick<FormField, "id" | "kind">, language: StorefrontLanguage): string {
  const { labels, files } = WORDS[language];
  return ({ ...labels, files } as Record<string, string>)[postedName(field)] ?? "";
}

/** In this language, else in whichever there is. */
export const textIn = (words: Words, language: StorefrontLanguage): string =>
  words[language] ?? STOREFRONT_LANGUAGES.map((one) => words[one]).find(Boolean) ?? "";

/** Written in one language; empty means not written. */
export function written(words: Words, language: StorefrontLanguage, text: string): Words {
  const { [language]: _before, ...rest } = words;
  return text ? { ...rest, [language]: text } : rest;
}

/** A question of this kind at the end, before the message if that is last. `id` must be new. */
export function withField(definition: FormDefinition, kind: FieldKind, id: string): FormDefinition {
  const field: FormField = {
    id: isKnown(kind) ? kind : id,
    kind,
    required: false,
    label: {},
    help: {},
    options: hasOptions(kind) ? [emptyOption("a"), emptyOption("b")] : [],
    when: null,
  };
  const { fields } = definition;
  const at = fields.at(-1)?.kind === "message" ? fields.length - 1 : fields.length;
  return { ...definition, fields: [...fields.slice(0, at), field, ...fields.slice(at)] };
}

export const emptyOption = (id: string): FieldOption => ({
  id,
  label: {},
  departmentId: null,
  labelId: null,
  priority: null,
});

/** Kinds that can still be added. */
export const addable = ({ fields }: FormDefinition, kinds: readonly FieldKind[]): FieldKind[] =>
  fields.length >= MOST_FIELDS
    ? []
    : kinds.filter((kind) => !isKnown(kind) || !fields.some((field) => field.kind === kind));

/** Somewhere else in the list; out of it stays at its end. */
export function moved<T>(list: readonly T[], from: number, by: number): T[] {
  const to = Math.min(list.length - 1, Math.max(0, from + by));
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}

/** An id nothing in the list has. */
export function freshId(taken: readonly string[]): string {
  for (let number = taken.length + 1; ; number += 1) {
    const id = `q${number}`;
    if (!taken.includes(id)) return id;
  }
}

/** What a condition can depend on: questions above it with answers to choose among. */
export const deciding = (fields: readonly FormField[], at: number): FormField[] =>
  fields.slice(0, at).filter(({ kind }) => hasOptions(kind) || kind === "checkbox");

/** The handle, with a number behind it if another form has it. */
export function freeHandle(handle: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? handle : `${handle}-${number}`;
    if (!taken.includes(free)) return free;
  }
}

/** "Returer & byten" gives "returer-byten": what a theme can name it by. */
export const handleOf = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
