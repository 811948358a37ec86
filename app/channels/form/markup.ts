// A form's questions as HTML, with the theme block's class names: for the pages shoppers without script get, and for the
// merchant's preview. Every text goes through liquidText. Pure.
import type { StorefrontLanguage } from "../../i18n/storefront-language.ts";
import { liquidText } from "./liquid-text.ts";
import { wordsIn, type PublishedField, type PublishedForm } from "./published.ts";
import { FIELDS, type Field, type FieldError, type Typed } from "./submission.ts";
import { WORDS, type Words } from "./words.ts";

export interface ShownField {
  name: string;
  kind: PublishedField["kind"];
  required: boolean;
  label: string;
  help: string;
  options: { id: string; label: string }[];
  when: PublishedField["when"];
}

/** What is asked, in words. Without a form of the merchant's: what the posted one had. */
export function shownFields(
  form: PublishedForm | null,
  typed: Typed,
  language: StorefrontLanguage,
): ShownField[] {
  const { labels, files, filesHelp } = WORDS[language];
  if (!form) {
    const asked = FIELDS.filter((name) => name === "email" || name === "message" || name in typed.fields);
    return asked.map((name) => ({
      name,
      kind: KIND_OF[name],
      required: name === "email" || name === "message",
      label: labels[name],
      ...NOTHING_MORE,
    }));
  }
  const ours: Record<string, string> = { ...labels, files };
  return form.fields.map((field) => ({
    ...field,
    label: wordsIn(field.label, language) || (ours[field.name] ?? ""),
    help: wordsIn(field.help, language) || (field.kind === "file" ? filesHelp : ""),
    options: field.options.map(({ id, label }) => ({ id, label: wordsIn(label, language) })),
  }));
}

const NOTHING_MORE = { help: "", options: [], when: null };

const KIND_OF = {
  name: "name",
  email: "email",
  order_number: "order",
  topic: "text",
  message: "message",
} as const satisfies Record<Field, PublishedField["kind"]>;

/** One question: label, help, the place for its answer, what is wrong with it. */
export function fieldMarkup(
  field: ShownField,
  words: Words,
  { value, error, focus }: { value: string; error: FieldError | undefined; focus: boolean },
): string {
  const id = `samla-${field.name.replaceAll("_", "-")}`;
  const described = [field.help ? `${id}-hint` : "", `${id}-error`].filter(Boolean).join(" ");
  const attributes = [
    `class="samla-contact__input" id="${id}" name="${field.name}"`,
    field.required && !field.when ? "required" : "",
    `aria-describedby="${described}"`,
    error ? `aria-invalid="true"` : "",
    focus ? "autofocus" : "",
  ];
  const told = liquidText(errorIn(words, field, "required"));
  const slot = `data-samla-error="${field.name}" data-required="${told}" data-invalid-email="${liquidText(words.invalidEmail)}"`;
  const shown = [
    inputOf(field, words, attributes.filter(Boolean).join(" "), value),
    `<p class="samla-contact__error" id="${id}-error" ${slot}>${error ? liquidText(errorIn(words, field, error)) : ""}</p>`,
  ];
  const hint = field.help
    ? `<p class="samla-contact__hint" id="${id}-hint">${liquidText(field.help)}</p>`
    : "";
  const optional = field.required
    ? ""
    : ` <span class="samla-contact__optional">${liquidText(words.optional)}</span>`;
  const label =
    field.kind === "checkbox"
      ? ""
      : `<label class="samla-contact__label" for="${id}">${liquidText(field.label)}${optional}</label>`;
  const when = field.when
    ? ` data-samla-when="${field.when.name}" data-samla-is="${field.when.is.join(" ")}"`
    : "";
  const required = field.required ? " data-samla-required" : "";
  return `<div class="samla-contact__field"${required}${when}>${label}${hint}${shown.join("")}</div>`;
}

function inputOf(field: ShownField, words: Words, attributes: string, value: string): string {
  const { kind } = field;
  if (kind === "message") return `<textarea ${attributes} rows="7">\n${liquidText(value)}</textarea>`;
  if (kind === "checkbox") {
    const checked = value ? " checked" : "";
    const box = attributes.replace("samla-contact__input", "samla-contact__box");
    return `<label class="samla-contact__check"><input type="checkbox" ${box} value="yes"${checked}> <span>${liquidText(field.label)}</span></label>`;
  }
  if (kind === "file")
    return `<input type="file" ${attributes} multiple accept="image/png,image/jpeg,application/pdf">`;
  if (field.options.length) {
    const options = field.options.map(
      (option) =>
        `<option value="${option.id}"${option.id === value ? " selected" : ""}>${liquidText(option.label)}</option>`,
    );
    return `<select ${attributes}><option value="">${liquidText(words.choose)}</option>${options.join("")}</select>`;
  }
  const type = TYPES[kind] ?? "text";
  return `<input type="${type}"${AUTOCOMPLETE[kind] ?? ""} ${attributes} value="${liquidText(value)}">`;
}

const TYPES: Partial<Record<PublishedField["kind"], string>> = { email: "email", phone: "tel", date: "date" };

const AUTOCOMPLETE: Partial<Record<PublishedField["kind"], string>> = {
  name: ` autocomplete="name"`,
  email: ` autocomplete="email"`,
  phone: ` autocomplete="tel"`,
  order: ` autocomplete="off"`,
};

function errorIn(words: Words, { name }: ShownField, error: FieldError): string {
  switch (error) {
    case "required":
      return (words.missing as Record<string, string>)[name] ?? words.needed;
    case "too-long":
      return words.tooLong;
    case "invalid-option":
      return words.invalidOption;
    case "invalid-date":
      return words.invalidDate;
    case "invalid-phone":
      return words.invalidPhone;
    case "bad-file":
      return words.badFile;
    default:
      return words.invalidEmail;
  }
}
