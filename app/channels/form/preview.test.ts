import { expect, test } from "vitest";
import { previewDocument } from "./preview.ts";
import { templateOf, TEMPLATES } from "./templates.ts";
import { problemsOf } from "./problems.ts";
import { STOREFRONT_LANGUAGES } from "../../i18n/storefront-language.ts";

test("whatever a merchant writes is text in the preview", () => {
  const evil = `</textarea></script><script>alert(1)</script>{{ 7 | times: 6 }}`;
  const definition = {
    ...templateOf("contact"),
    title: { sv: evil },
    intro: { sv: evil },
    thanks: { sv: evil },
  };
  const page = previewDocument(definition, {
    language: "fi",
    own: "sv",
    script: "a('</script>')",
    style: "",
  });
  expect(page).not.toContain("<script>alert");
  expect(page.match(/<script>/g)).toHaveLength(2);
  expect(page.match(/<\/script>/g)).toHaveLength(2);
});

test.each(TEMPLATES)(
  "the form %s to start from can be saved, and is written in every language",
  (template) => {
    const definition = templateOf(template);
    for (const language of STOREFRONT_LANGUAGES) expect(problemsOf(definition, language)).toEqual([]);
  },
);
