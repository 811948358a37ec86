// The pages a shopper without script gets, shown inside the theme: thank you, or the form again. Pure.
// They inherit the theme's font and colours. Every text goes through liquidText.
import { sayExpectation, type Expected } from "../../mail/expectation.ts";
import { liquidText } from "./liquid-text.ts";
import { FIELDS, type Field, type FieldError, type FieldErrors, type Typed } from "./submission.ts";
import { WORDS, type FormLanguage, type Words } from "./words.ts";

export type FormTrouble = "fix" | "rate-limited" | "unavailable" | "try-again";

/** Thanks, with the number if there is one yet, and the way back. */
export function thanksPage(
  language: FormLanguage,
  said: { email: string; number: string | null; expected: Expected; returnTo: string },
): string {
  const words: Words = WORDS[language];
  const lines = [
    words.replyTo(said.email),
    said.number === null ? null : words.number(said.number),
    sayExpectation(said.expected, language),
  ];
  const paragraphs = lines.filter((line) => line !== null).map((line) => `<p>${liquidText(line)}</p>`);
  return frame(
    language,
    `<div role="status"><h1>${liquidText(words.thanks)}</h1>${paragraphs.join("")}</div>${back(words, said.returnTo)}`,
  );
}

/** The form with what was typed, what is wrong beside its field, and `trouble` above it all. It posts to its own address. */
export function formPage(
  language: FormLanguage,
  typed: Typed,
  { errors = {}, trouble }: { errors?: FieldErrors; trouble?: FormTrouble },
): string {
  const words: Words = WORDS[language];
  const shown = FIELDS.filter((field) => field === "email" || field === "message" || field in typed.fields);
  const first = shown.find((field) => errors[field]);
  const fields = shown.map((field) => fieldOf(words, field, typed, errors[field], field === first));
  return frame(
    language,
    `<h1>${liquidText(words.title)}</h1>
${trouble ? `<p class="samla-alert" role="alert">${liquidText(troubleIn(words, trouble))}</p>` : ""}
<form method="post" accept-charset="UTF-8">
${hidden("locale", typed.locale ?? language)}${hidden("return_to", typed.returnTo)}
<p class="samla-trap" aria-hidden="true"><label>${liquidText(words.trap)} <input type="text" name="website" value="" tabindex="-1" autocomplete="off"></label></p>
${fields.join("\n")}
<p><button class="samla-button" type="submit">${liquidText(words.submit)}</button></p>
</form>
${back(words, typed.returnTo)}`,
  );
}

function fieldOf(
  words: Words,
  field: Field,
  typed: Typed,
  error: FieldError | undefined,
  focus: boolean,
): string {
  const needed = field === "email" || field === "message";
  const id = `samla-${field.replace("_", "-")}`;
  const attributes = [
    `id="${id}" name="${field}"`,
    needed ? "required" : "",
    error ? `aria-invalid="true" aria-describedby="${id}-error"` : "",
    focus ? "autofocus" : "",
  ]
    .filter(Boolean)
    .join(" ");
  const value = liquidText(typed.fields[field] ?? "");
  const input =
    field === "message"
      ? `<textarea ${attributes} rows="8">\n${value}</textarea>`
      : `<input type="${field === "email" ? "email" : "text"}"${AUTOCOMPLETE[field]} ${attributes} value="${value}">`;
  const label = `<label for="${id}">${liquidText(words.labels[field])}${needed ? "" : ` <small>${liquidText(words.optional)}</small>`}</label>`;
  const mistake = error
    ? `<span class="samla-error" id="${id}-error">${liquidText(errorIn(words, field, error))}</span>`
    : "";
  return `<p class="samla-field">${label}${input}${mistake}</p>`;
}

const AUTOCOMPLETE: Record<Field, string> = {
  name: ` autocomplete="name"`,
  email: ` autocomplete="email"`,
  order_number: ` autocomplete="off"`,
  topic: "",
  message: "",
};

function errorIn(words: Words, field: Field, error: FieldError): string {
  if (error === "required") return words.missing[field];
  return error === "too-long" ? words.tooLong : words.invalidEmail;
}

function troubleIn(words: Words, trouble: FormTrouble): string {
  if (trouble === "fix") return words.fix;
  if (trouble === "rate-limited") return words.rateLimited;
  return trouble === "unavailable" ? words.unavailable : words.tryAgain;
}

const hidden = (name: string, value: string) =>
  `<input type="hidden" name="${name}" value="${liquidText(value)}">`;

const back = (words: Words, returnTo: string) =>
  `<p><a href="${liquidText(returnTo)}">${liquidText(words.back)}</a></p>`;

const frame = (language: FormLanguage, content: string) =>
  `<section class="samla-page" lang="${language}">\n${STYLE}\n${content}\n</section>\n`;

/** 16px and up: below that iOS zooms the page when a field gets the focus. */
const STYLE = `<style>
.samla-page { box-sizing: border-box; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
.samla-page * { box-sizing: border-box; }
.samla-field label { display: block; margin-bottom: 0.375rem; font-weight: 600; }
.samla-field small { font-weight: 400; }
.samla-field input, .samla-field textarea {
  display: block; width: 100%; min-height: 44px; margin: 0; padding: 0.625rem 0.75rem;
  border: 1px solid currentColor; border-radius: 4px; background: transparent; color: inherit;
  font: inherit; font-size: max(16px, 1em);
}
.samla-field [aria-invalid="true"] { border-width: 3px; }
.samla-error { display: block; margin-top: 0.375rem; font-weight: 600; }
.samla-alert { padding: 0.75rem; border: 2px solid currentColor; border-radius: 4px; font-weight: 600; }
.samla-button {
  min-height: 44px; padding: 0.625rem 1.5rem; border: 2px solid currentColor; border-radius: 4px;
  background: transparent; color: inherit; font: inherit; font-size: max(16px, 1em); font-weight: 600; cursor: pointer;
}
.samla-trap { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
</style>`;
