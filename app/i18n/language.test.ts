import { expect, test } from "vitest";
import { formatLocaleOf, languageOf } from "./language.ts";

test.each([
  ["sv", "sv"],
  ["sv-SE", "sv"],
  ["sv_FI", "sv"],
  ["nb", "nb"],
  ["no", "nb"],
  ["nn-NO", "nb"],
  ["en-GB", "en"],
  ["de", "en"],
  ["", "en"],
  [null, "en"],
  [undefined, "en"],
])("an agent whose Shopify locale is %s reads %s", (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

test.each([
  ["en-GB", "en-GB"],
  ["sv_FI", "sv-FI"],
  ["no", "nb"],
  ["de-AT", "en"],
  ["en-not a locale", "en"],
])("for locale %s dates are written as in %s", (locale, written) => {
  expect(formatLocaleOf(locale)).toBe(written);
});
