import { expect, test } from "vitest";
import { storefrontLanguage } from "./storefront-language.ts";

test.each([
  [["fi-FI", "sv"], "fi"],
  [["no"], "nb"],
  [["nn_NO", "en"], "nb"],
  [["fr", null, "da"], "da"],
  [["fr", undefined], "en"],
  [[], "en"],
])("a shopper whose page is in %j, by that order, is spoken to in %s", (locales, language) => {
  expect(storefrontLanguage(...locales)).toBe(language);
});
