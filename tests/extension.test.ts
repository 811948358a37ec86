// What Shopify demands of the storefront extension: its own theme check, and the rules that check does not know.
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { bytesOf, extensionFiles, schemaOf, textOf } from "./extension/files.ts";
import type { Setting } from "./extension/files.ts";
import { themeCheckOffences } from "./extension/theme-check.mjs";

const files = extensionFiles();
const blocks = files.filter((file) => file.startsWith("blocks/"));
const liquid = files.filter((file) => file.endsWith(".liquid"));
const scripts = files.filter((file) => file.endsWith(".js"));
const styles = files.filter((file) => file.endsWith(".css"));

test("Shopify's theme check finds no offence", async () => {
  expect(await themeCheckOffences()).toEqual([]);
});

describe("files", () => {
  test("every file stands in a folder Shopify knows, with an ending it takes there", () => {
    const allowed =
      /^(shopify\.extension\.toml|(blocks|snippets)\/[\w-]+\.liquid|locales\/[\w.-]+\.json|assets\/[\w.-]+\.(jpg|jpeg|json|js|css|png|svg|wasm))$/;
    expect(files.filter((file) => !allowed.test(file))).toEqual([]);
  });

  test("the extension declares itself as a theme extension with a lasting id", () => {
    const toml = textOf("shopify.extension.toml");
    expect(toml).toMatch(/^type = "theme"$/m);
    expect(toml).toMatch(/^name = "[^"]+"$/m);
    expect(toml).toMatch(/^uid = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"$/m);
  });

  test("sizes stay within Shopify's limits", () => {
    const sum = (names: string[]) => names.reduce((total, name) => total + bytesOf(name), 0);
    const locales = files.filter((file) => file.startsWith("locales/"));
    expect(sum(files)).toBeLessThan(10_000_000);
    expect(blocks.length).toBeLessThanOrEqual(30);
    expect(locales.length).toBeLessThanOrEqual(100);
    for (const locale of locales) expect(bytesOf(locale), locale).toBeLessThan(15_000);
    expect(sum(liquid)).toBeLessThan(100_000);
  });

  test("what a page loads is small", () => {
    const atOnce = blocks
      .flatMap((block) => schemaOf(block).javascript ?? [])
      .map((name) => `assets/${name}`);
    for (const script of scripts)
      if (atOnce.includes(script)) expect(bytesOf(script), script).toBeLessThanOrEqual(10_000);
      else expect(gzipSync(textOf(script)).length, script).toBeLessThanOrEqual(14_000);
    for (const style of styles) expect(gzipSync(textOf(style)).length, style).toBeLessThanOrEqual(2_500);
  });

  test("no file asks another host for anything", () => {
    for (const file of files) expect(textOf(file), file).not.toMatch(/(?:https?:)?\/\/[a-z0-9-]+\.[a-z]/i);
  });

  test("no script or markup turns a text into markup or code", () => {
    for (const script of scripts) {
      expect(textOf(script), script).not.toMatch(
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function/,
      );
    }
    for (const file of liquid) expect(textOf(file), file).not.toMatch(/<script|\son[a-z]+=|javascript:/i);
  });
});

describe.each(blocks)("%s", (block) => {
  const schema = schemaOf(block);
  const withId = schema.settings.filter((setting) => setting.id !== undefined);

  test("the schema has only keys that Shopify reads", () => {
    const known = ["name", "target", "stylesheet", "javascript", "enabled_on", "disabled_on", "class", "tag"];
    const keys = Object.keys(schema);
    expect(keys.filter((key) => ![...known, "settings", "default", "available_if"].includes(key))).toEqual(
      [],
    );
    expect(keys.includes("enabled_on") && keys.includes("disabled_on")).toBe(false);
  });

  test("the target is one of Shopify's", () => {
    expect(["section", "head", "compliance_head", "body"]).toContain(schema.target);
  });

  test("script and style named in the schema are there", () => {
    for (const asset of [schema.javascript, schema.stylesheet]) {
      if (asset !== undefined) expect(files).toContain(`assets/${String(asset)}`);
    }
  });

  test("a setting has only keys that its type knows", () => {
    for (const setting of schema.settings) {
      const unknown = Object.keys(setting).filter((key) => !attributesOf(setting.type).includes(key));
      expect(unknown, setting.id ?? setting.type).toEqual([]);
    }
  });

  test("setting ids are unique and at most 25 settings are offered", () => {
    const ids = withId.map((setting) => setting.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(withId.length).toBeLessThanOrEqual(25);
  });

  test("every setting the Liquid reads is declared, and every declared one is read", () => {
    const read = new Set<string>();
    for (const file of [block, ...snippetsOf(block)]) {
      for (const match of textOf(file).matchAll(/\bsettings\.(\w+)/g)) read.add(String(match[1]));
    }
    expect([...read].sort()).toEqual(withId.map((setting) => setting.id).sort());
  });

  test("defaults fit their settings", () => {
    for (const setting of withId) expect(fits(setting), setting.id).toBe(true);
  });
});

/** The snippets a block renders, and those they render. */
function snippetsOf(file: string): string[] {
  const own = [...textOf(file).matchAll(/{%-?\s*render '([\w-]+)'/g)].map(
    ([, name]) => `snippets/${name}.liquid`,
  );
  return [...new Set([...own, ...own.flatMap(snippetsOf)])];
}

/** Attributes by setting type, for the types in use; a new type has to be added here with what Shopify documents. */
function attributesOf(type: string): string[] {
  const input = ["type", "id", "label", "info", "default", "visible_if"];
  const byType: Record<string, string[]> = {
    header: ["type", "content", "info"],
    paragraph: ["type", "content"],
    checkbox: input,
    text: [...input, "placeholder"],
    textarea: [...input, "placeholder"],
    select: [...input, "options", "group"],
    range: [...input, "min", "max", "step", "unit"],
    color: [...input, "alpha"],
  };
  return byType[type] ?? [];
}

function fits(setting: Setting): boolean {
  const value = setting.default;
  if (setting.type === "range") {
    const { min, max, step, unit } = setting;
    if (typeof value !== "number" || typeof min !== "number" || typeof max !== "number") return false;
    // Shopify refuses a slider with more than 101 positions and a unit of more than three characters.
    return value >= min && value <= max && (max - min) / Number(step) <= 100 && String(unit).length <= 3;
  }
  if (setting.type === "select") return (setting.options ?? []).some((option) => option.value === value);
  if (setting.type === "checkbox") return typeof value === "boolean";
  // An empty string as the default of a text is refused; no default at all is fine.
  return value === undefined || (typeof value === "string" && value !== "");
}
