// The pages a shopper without script gets, shown inside the theme: thank you, or the form again. Pure.
// They inherit the theme's font and colours. Every text goes through liquidText.
import { sayExpectation, type Expected } from "../../mail/expectation.ts";
import type { StorefrontLanguage } from "../../i18n/storefront-language.ts";
import { liquidText } from "./liquid-text.ts";
import { fieldMarkup, shownFields } from "./markup.ts";
import { wordsIn, type PublishedForm } from "./published.ts";
import type { FieldErrors, Typed } from "./submission.ts";
import { WORDS, type Words } from "./words.ts";

export type FormTrouble = "fix" | "rate-limited" | "unavailable" | "try-again";

/** Thanks, with the number if there is one yet, and the way back. */
export function thanksPage(
  language: StorefrontLanguage,
  said: {
    email: string;
    number: string | null;
    expected: Expected;
    returnTo: string;
    /** what they wrote, to be looked at once more */
    message?: string;
    form?: PublishedForm | null;
  },
): string {
  const words: Words = WORDS[language];
  const lines = [
    wordsIn(said.form?.thanks ?? null, language) || null,
    words.replyTo(said.email),
    said.number === null ? null : words.number(said.number),
    sayExpectation(said.expected, language),
  ];
  const paragraphs = lines.filter((line) => line !== null).map((line) => `<p>${inLines(line)}</p>`);
  return frame(
    language,
    `<div role="status"><h1>${liquidText(words.thanks)}</h1>${paragraphs.join("")}</div>${sent(words, said.message)}${back(words, said.returnTo)}`,
  );
}

/** The form with what was typed, what is wrong beside its field, and `trouble` above it all. It posts to its own address. */
export function formPage(
  language: StorefrontLanguage,
  typed: Typed,
  {
    errors = {},
    trouble,
    form = null,
  }: { errors?: FieldErrors; trouble?: FormTrouble; form?: PublishedForm | null },
): string {
  const words: Words = WORDS[language];
  const fields = shownFields(form, typed, language);
  const first = fields.find(({ name }) => errors[name]);
  const shown = fields.map((field) =>
    fieldMarkup(field, words, {
      value: typed.fields[field.name] ?? "",
      error: errors[field.name],
      focus: field === first,
    }),
  );
  const multipart = fields.some(({ kind }) => kind === "file") ? ` enctype="multipart/form-data"` : "";
  const intro = wordsIn(form?.intro ?? null, language);
  return frame(
    language,
    `<h1>${liquidText(wordsIn(form?.title ?? null, language) || words.title)}</h1>
${trouble ? `<p class="samla-alert" role="alert">${liquidText(troubleIn(words, trouble))}</p>` : ""}
${intro ? `<p>${inLines(intro)}</p>` : ""}
<form method="post" accept-charset="UTF-8"${multipart}>
${hidden("locale", typed.locale ?? language)}${hidden("return_to", typed.returnTo)}${form ? hidden("form_id", form.id) + hidden("form_revision", String(form.revision)) : ""}
<p class="samla-trap" aria-hidden="true"><label>${liquidText(words.trap)} <input type="text" name="website" value="" tabindex="-1" autocomplete="off"></label></p>
${shown.join("\n")}
<p><button class="samla-button" type="submit">${liquidText(wordsIn(form?.button ?? null, language) || words.submit)}</button></p>
</form>
${back(words, typed.returnTo)}`,
  );
}

function troubleIn(words: Words, trouble: FormTrouble): string {
  if (trouble === "fix") return words.fix;
  if (trouble === "rate-limited") return words.rateLimited;
  return trouble === "unavailable" ? words.unavailable : words.tryAgain;
}

const sent = (words: Words, message = ""): string =>
  message.trim() ? `<h2>${liquidText(words.labels.message)}</h2><p>${inLines(message.trim())}</p>` : "";

const inLines = (text: string): string => text.split("\n").map(liquidText).join("<br>");

const hidden = (name: string, value: string) =>
  `<input type="hidden" name="${name}" value="${liquidText(value)}">`;

const back = (words: Words, returnTo: string) =>
  `<p><a href="${liquidText(returnTo)}">${liquidText(words.back)}</a></p>`;

const frame = (language: StorefrontLanguage, content: string) =>
  `<section class="samla-page" lang="${language}">\n${STYLE}\n${content}\n</section>\n`;

/** 16px and up: below that iOS zooms the page when a field gets the focus. */
const STYLE = `<style>
.samla-page { box-sizing: border-box; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
.samla-page * { box-sizing: border-box; }
.samla-contact__field { margin: 0 0 1.25rem; }
.samla-contact__label { display: block; margin-bottom: 0.375rem; font-weight: 600; }
.samla-contact__optional { font-weight: 400; }
.samla-contact__hint, .samla-contact__optional { font-size: 0.9em; }
.samla-contact__hint { margin: 0 0 0.375rem; }
.samla-contact__input {
  display: block; width: 100%; min-height: 44px; margin: 0; padding: 0.625rem 0.75rem;
  border: 1px solid currentColor; border-radius: 4px; background: transparent; color: inherit;
  font: inherit; font-size: max(16px, 1em);
}
select.samla-contact__input option { background: Canvas; color: CanvasText; }
.samla-contact__check { display: flex; gap: 0.75rem; align-items: flex-start; min-height: 44px; padding-top: 0.625rem; }
.samla-contact__box { width: 1.25rem; height: 1.25rem; flex: none; margin: 0; }
.samla-page [aria-invalid="true"] { border-width: 3px; }
.samla-contact__error:empty { display: none; }
.samla-contact__error { margin: 0.375rem 0 0; font-weight: 600; }
.samla-alert { padding: 0.75rem; border: 2px solid currentColor; border-radius: 4px; font-weight: 600; }
.samla-button {
  min-height: 44px; padding: 0.625rem 1.5rem; border: 2px solid currentColor; border-radius: 4px;
  background: transparent; color: inherit; font: inherit; font-size: max(16px, 1em); font-weight: 600; cursor: pointer;
}
.samla-trap { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
</style>`;
