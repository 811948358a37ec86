// A store's forms as the theme block gets them: only what a shopper may see, in words Liquid can look up. Pure.
import { STOREFRONT_LANGUAGES, storefrontLanguage } from "../../i18n/storefront-language.ts";
import { postedName, type FormDefinition, type FormField, type Words } from "./definition.ts";

export interface MadeForm {
  id: string;
  handle: string;
  revision: number;
  definition: FormDefinition;
}

/** By language, and under "x" for every other language. Null: our own words. */
export type PublishedWords = (Words & { x: string }) | null;

export interface PublishedField {
  name: string;
  kind: FormField["kind"];
  required: boolean;
  label: PublishedWords;
  help: PublishedWords;
  options: { id: string; label: PublishedWords }[];
  /** the name of the field it depends on, and the values that show it */
  when: { name: string; is: string[] } | null;
}

export interface PublishedForm {
  id: string;
  revision: number;
  title: PublishedWords;
  intro: PublishedWords;
  button: PublishedWords;
  thanks: PublishedWords;
  fields: PublishedField[];
}

/** By handle. `locale` is the store's own. */
export function publish(forms: MadeForm[], locale: string): Record<string, PublishedForm> {
  return Object.fromEntries(forms.map((form) => [form.handle, publishForm(form, locale)]));
}

/** One form of it. */
export function publishForm({ id, revision, definition }: MadeForm, locale: string): PublishedForm {
  const say = (words: Words) => published(words, locale);
  return {
    id,
    revision,
    title: say(definition.title),
    intro: say(definition.intro),
    button: say(definition.button),
    thanks: say(definition.thanks),
    fields: definition.fields.map((field) => ({
      name: postedName(field),
      kind: field.kind,
      required: field.required,
      label: say(field.label),
      help: say(field.help),
      options: field.options.map((option) => ({ id: option.id, label: say(option.label) })),
      when: conditionOf(field, definition),
    })),
  };
}

function conditionOf({ when }: FormField, { fields }: FormDefinition): PublishedField["when"] {
  const other = when && fields.find(({ id }) => id === when.field);
  return other ? { name: postedName(other), is: when.is } : null;
}

/** What a shopper of any other language reads: the store's own, else English, else whatever there is. */
export function published(words: Words, locale: string): PublishedWords {
  const order = [storefrontLanguage(locale), ...STOREFRONT_LANGUAGES];
  const x = order.map((language) => words[language]).find((text) => text);
  return x ? { ...words, x } : null;
}

/** The words for a shopper of this language; "" when there are none. */
export const wordsIn = (words: PublishedWords, language: (typeof STOREFRONT_LANGUAGES)[number]): string =>
  words ? (words[language] ?? words.x) : "";
