import { Liquid } from "liquidjs";
import { expect, test } from "vitest";
import type { Expected } from "../../mail/expectation.ts";
import { liquidText } from "./liquid-text.ts";
import { formPage, thanksPage } from "./page.ts";
import { NOTHING_TYPED, readSubmission } from "./submission.ts";
import { storefrontLanguage, type StorefrontLanguage } from "../../i18n/storefront-language.ts";
import { WORDS, type Words } from "./words.ts";

const LANGUAGES = Object.keys(WORDS) as StorefrontLanguage[];
const EVIL = `{{ 7 | times: 6 }}<script>alert("1")</script>{% if x %}{%- raw -%}}} ' & \``;

const within = (hours: number): Expected => ({
  what: { kind: "within", hours },
  at: new Date("2026-11-27T11:00Z"),
  timeZone: "UTC",
});
const asTheThemeShowsIt = (source: string) => new Liquid().parseAndRender(source);
const asABrowserReadsIt = (html: string) =>
  html.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

test("what a shopper typed is neither evaluated by Liquid nor run by a browser, in any field", async () => {
  const form = new FormData();
  for (const name of ["name", "email", "order_number", "topic", "message", "locale"]) form.set(name, EVIL);
  form.set("return_to", "/{{7|times:6}}<script>");
  const { typed } = readSubmission(form);
  const again = formPage("en", typed, { errors: { email: "invalid-email" }, trouble: "fix" });
  const thanks = thanksPage("en", {
    email: EVIL,
    number: EVIL,
    expected: within(24),
    returnTo: typed.returnTo,
  });
  for (const source of [again, thanks]) {
    expect(source).not.toMatch(/\{\{|\{%|<script/);
    const html = await asTheThemeShowsIt(source);
    expect(html).toBe(source);
    expect(asABrowserReadsIt(html)).toContain(EVIL);
  }
});

test("text keeps its meaning for a browser", () => {
  expect(asABrowserReadsIt(liquidText(EVIL))).toBe(EVIL);
});

test("the form comes back with everything typed, the error beside its field, and the first wrong field in focus", () => {
  const typed = {
    fields: { name: "Ebba", email: "ebba", message: "" },
    locale: "sv",
    returnTo: "/pages/kontakt",
  };
  const html = formPage("sv", typed, {
    errors: { email: "invalid-email", message: "required" },
    trouble: "fix",
  });
  expect(html).toMatch(/name="name"[^>]* value="Ebba"/);
  expect(html).toMatch(
    /name="email" required aria-describedby="samla-email-error" aria-invalid="true" autofocus value="ebba"/,
  );
  expect(html).toMatch(/<p[^>]*id="samla-email-error"[^>]*>Kontrollera e-postadressen/);
  expect(html).toContain(WORDS.sv.missing.message);
  expect(html).toContain(`<input type="hidden" name="return_to" value="/pages/kontakt">`);
  expect(html).not.toContain(`name="order_number"`);
});

test("without script the form posts to the page it stands on, with the trap nobody sees", () => {
  const html = formPage("en", NOTHING_TYPED, {});
  expect(html).toMatch(/<form method="post" accept-charset="UTF-8">/);
  expect(html).toContain(`name="website" value=""`);
  expect(html).not.toContain('role="alert"');
});

test("a message that begins with an empty line keeps it", () => {
  const html = formPage("en", { ...NOTHING_TYPED, fields: { message: "\nHej" } }, {});
  expect(html).toContain(">\n\nHej</textarea>");
});

test("thanks say the number, where the answer goes, when, and the way back", () => {
  const html = thanksPage("nb", {
    email: "ola@example.no",
    number: "FR-1042",
    expected: within(1),
    returnTo: "/pages/kontakt",
  });
  expect(html).toContain("FR-1042");
  expect(html).toContain("ola@example.no");
  expect(html).toContain("innen en time");
  expect(html).toContain(`href="/pages/kontakt"`);
  expect(
    thanksPage("nb", { email: "a@b.no", number: null, expected: within(24), returnTo: "/" }),
  ).not.toContain("null");
});

test.each(LANGUAGES)("every text exists in %s, and is its own", (language) => {
  const flat = (words: Words) =>
    Object.entries({ ...words, ...words.labels, ...words.missing, labels: "", missing: "" })
      .map(([key, text]): [string, string] => [
        key,
        typeof text === "function" ? (text as (given: never) => string)(24 as never) : text,
      ])
      .filter(([key]) => key !== "labels" && key !== "missing");
  const texts = flat(WORDS[language]);
  expect(texts.map(([key]) => key)).toEqual(flat(WORDS.en).map(([key]) => key));
  for (const [key, text] of texts) {
    expect(text.trim(), key).not.toBe("");
    expect(text, key).not.toMatch(/[{}%<>]/);
  }
  const sentences = texts.filter(([, text]) => text.length > 20);
  if (language !== "en")
    for (const [key, text] of sentences) expect(flat(WORDS.en), key).not.toContainEqual([key, text]);
});

test.each([
  [["sv-SE"], "sv"],
  [["no"], "nb"],
  [["nn-NO"], "nb"],
  [[null, "fi"], "fi"],
  [["pt", "de"], "de"],
  [["constructor", null], "en"],
  [[], "en"],
])("%j is answered in %s", (locales, language) => {
  expect(storefrontLanguage(...(locales as (string | null)[]))).toBe(language);
});
