// A form as a page of its own, for the merchant to look at and try: it sends nothing. Pure.
import type { StorefrontLanguage } from "../../i18n/storefront-language.ts";
import type { FormDefinition } from "./definition.ts";
import { liquidText } from "./liquid-text.ts";
import { fieldMarkup, shownFields } from "./markup.ts";
import { publishForm, wordsIn } from "./published.ts";
import { NOTHING_TYPED } from "./submission.ts";
import { WORDS } from "./words.ts";

/** `own` is the store's language; script and style are the theme block's. */
export function previewDocument(
  definition: FormDefinition,
  {
    language,
    own,
    script,
    style,
  }: { language: StorefrontLanguage; own: StorefrontLanguage; script: string; style: string },
): string {
  const form = publishForm({ id: "", handle: "", revision: 1, definition }, own);
  const words = WORDS[language];
  const fields = shownFields(form, NOTHING_TYPED, language).map((field) =>
    fieldMarkup(field, words, { value: "", error: undefined, focus: false }),
  );
  const text = (part: "title" | "intro" | "button" | "thanks") => wordsIn(form[part], language);
  const lines = (said: string) => said.split("\n").map(liquidText).join("<br>");
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<style>body { margin: 0; padding: 1rem; background: #fff; color: #1a1a1a; font: 16px/1.5 system-ui, sans-serif; }
${style}</style></head><body>
<main class="samla-contact" data-samla-contact>
<h2 class="samla-contact__title">${liquidText(text("title") || words.title)}</h2>
<form class="samla-contact__form" data-samla-form action="contact" data-samla-proof="data:text/javascript,">
${text("intro") ? `<p class="samla-contact__intro">${lines(text("intro"))}</p>` : ""}
${fields.join("\n")}
<p class="samla-contact__error samla-contact__error--form" role="alert" data-samla-error="form" data-fix="${liquidText(words.fix)}" data-try-again="${liquidText(words.tryAgain)}"></p>
<button class="samla-contact__button" type="submit" data-samla-submit data-sending="${liquidText(words.submit)}">${liquidText(text("button") || words.submit)}</button>
<p class="samla-contact__status" role="status" data-samla-status></p>
</form>
<section class="samla-contact__thanks" tabindex="-1" data-samla-thanks hidden>
<h3 class="samla-contact__thanks-title">${liquidText(words.thanks)}</h3>
${text("thanks") ? `<p>${lines(text("thanks"))}</p>` : ""}
<p>${liquidText(words.number("1042"))}</p>
<button class="samla-contact__link" type="button" data-samla-again>${liquidText(text("title") || words.title)}</button>
</section>
</main>
<script>window.fetch = async () => new Response('{"ok":true}');</script>
<script>${script.replaceAll("</", "<\\/")}</script>
</body></html>`;
}
