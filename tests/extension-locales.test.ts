// The storefront extension's languages: complete, the same placeholders and plural forms, and really translated.
import { describe, expect, test } from "vitest";
import { extensionFiles, schemaOf, textOf, textsOf } from "./extension/files.ts";
import type { Texts } from "./extension/files.ts";

/** Languages the product speaks, and `no`: Shopify's older code for Norwegian, with Bokmål's texts. */
const shopperLanguages = ["sv", "nb", "da", "fi", "de", "no"];
const merchantLanguages = ["sv", "nb", "da", "fi", "de"];

/** Texts that are rightly the same as in English: "language key". Empty so far. */
const sameAsEnglish = new Set<string>();

const files = extensionFiles();
const liquid = files.filter((file) => file.endsWith(".liquid"));
const pluralForms = ["zero", "one", "two", "few", "many", "other"];

test("there is exactly one default for shoppers and one for merchants, both English", () => {
  const defaults = files.filter((file) => file.includes(".default."));
  expect(defaults).toEqual(["locales/en.default.json", "locales/en.default.schema.json"]);
});

test("the languages are all there, and no others", () => {
  const expected = [
    "locales/en.default.json",
    "locales/en.default.schema.json",
    ...shopperLanguages.map((language) => `locales/${language}.json`),
    ...merchantLanguages.map((language) => `locales/${language}.schema.json`),
  ];
  expect(files.filter((file) => file.startsWith("locales/"))).toEqual(expected.sort());
});

test("Norwegian under its older code is Bokmål, word for word", () => {
  expect(textOf("locales/no.json")).toBe(textOf("locales/nb.json"));
});

describe.each([
  ...shopperLanguages.map((language) => ({ language, file: language, english: "en.default" })),
  ...merchantLanguages.map((language) => ({
    language,
    file: `${language}.schema`,
    english: "en.default.schema",
  })),
])("$file.json", ({ language, file, english: englishFile }) => {
  const english = textsOf(englishFile);
  const texts = textsOf(file);

  test("has the keys of English, with the plural forms of its own language", () => {
    expect([...texts.keys()].sort()).toEqual(keysFor(english, language).sort());
  });

  test("keeps every placeholder", () => {
    for (const [key, text] of texts) {
      const model = english.get(key) ?? english.get(key.replace(/\.\w+$/, ".other"));
      expect(placeholders(text), key).toEqual(placeholders(model ?? ""));
    }
  });

  test("has no empty text and none left in English", () => {
    const untranslated = [...texts].filter(
      ([key, text]) =>
        !text.trim() || (text === english.get(key) && !sameAsEnglish.has(`${language} ${key}`)),
    );
    expect(untranslated).toEqual([]);
  });

  test("holds no markup and no stray spaces", () => {
    for (const [key, text] of texts) expect(text, key).toMatch(/^(?!\s)[^<>]*(?<!\s)$/);
  });
});

test("the names of blocks have fewer than 25 characters and do not repeat the app's", () => {
  for (const block of files.filter((file) => file.startsWith("blocks/"))) {
    const key = schemaOf(block).name.replace(/^t:/, "");
    for (const file of ["en.default.schema", ...merchantLanguages.map((language) => `${language}.schema`)]) {
      const name = textsOf(file).get(key) ?? "";
      expect(name.length, `${file}: ${name}`).toBeGreaterThan(0);
      expect(name.length, `${file}: ${name}`).toBeLessThan(25);
      expect(name).not.toMatch(/samla/i);
    }
  }
});

test("shopper texts in use are the shopper texts there are", () => {
  const used = new Set<string>();
  for (const file of liquid) {
    for (const match of textOf(file).matchAll(/'((?:contact_form|chat)\.[\w.]+)'\s*\|\s*t\b/g))
      used.add(String(match[1]));
  }
  const existing = new Set([...textsOf("en.default").keys()].map(withoutPluralForm));
  expect([...used].sort()).toEqual([...existing].sort());
});

test("merchant texts in use are the merchant texts there are, and no schema holds a literal one", () => {
  const used = new Set<string>();
  for (const block of files.filter((file) => file.startsWith("blocks/"))) {
    for (const [key, text] of wordsOf(schemaOf(block))) {
      expect(text, key).toMatch(/^t:/);
      used.add(text.slice(2));
    }
  }
  expect([...used].sort()).toEqual([...textsOf("en.default.schema").keys()].sort());
});

test("what says a number of things has a form for each plural of its language", () => {
  for (const [key, text] of textsOf("en.default")) {
    if (placeholders(text).includes("count")) expect(pluralForms, key).toContain(key.split(".").at(-1));
  }
});

/** English keys, but under a plural key the forms that `language` tells apart. */
function keysFor(english: Texts, language: string): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const keys = new Set<string>();
  for (const key of english.keys()) {
    const stem = withoutPluralForm(key);
    if (stem === key) keys.add(key);
    else for (const form of forms) keys.add(`${stem}.${form}`);
  }
  return [...keys];
}

function withoutPluralForm(key: string): string {
  const [form] = key.split(".").slice(-1);
  return form !== undefined && pluralForms.includes(form) ? key.slice(0, -form.length - 1) : key;
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/{{\s*(\w+)\s*}}/g)].map((match) => String(match[1])).sort();
}

/** The strings of a schema that people read in the theme editor. */
function wordsOf(node: unknown, attribute = ""): [string, string][] {
  if (Array.isArray(node)) return node.flatMap((child) => wordsOf(child, attribute));
  if (typeof node === "object" && node !== null) {
    const typed = node as Record<string, unknown>;
    return Object.entries(typed).flatMap(([name, child]) => {
      // A select's default is the value of an option, not a text.
      if (name === "default" && typed.type !== "text" && typed.type !== "textarea") return [];
      return wordsOf(child, name);
    });
  }
  const read = ["name", "label", "info", "content", "default", "placeholder"].includes(attribute);
  return read && typeof node === "string" ? [[attribute, node]] : [];
}
