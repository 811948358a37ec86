// Reads the storefront extension's own files, for the tests that look at them.
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const extensionFolder = fileURLToPath(new URL("../../extensions/storefront", import.meta.url));

export interface Setting {
  type: string;
  id?: string;
  default?: string | number | boolean;
  options?: { value: string; label: string }[];
  [attribute: string]: unknown;
}

export interface BlockSchema {
  name: string;
  target: string;
  javascript?: string;
  settings: Setting[];
  [attribute: string]: unknown;
}

/** A locale file's leaves by their dotted key: `contact_form.email.label` → "E-mail address". */
export type Texts = Map<string, string>;

/** Paths of all files, relative to the extension, with forward slashes. */
export function extensionFiles(): string[] {
  return readdirSync(extensionFolder, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(path.join(extensionFolder, name)).isFile())
    .map((name) => name.split(path.sep).join("/"))
    .sort();
}

export function bytesOf(file: string): number {
  return statSync(path.join(extensionFolder, file)).size;
}

export function textOf(file: string): string {
  return readFileSync(path.join(extensionFolder, file), "utf8");
}

/** The JSON between a block's schema tags. Throws when there is none or it is no JSON. */
export function schemaOf(block: string): BlockSchema {
  const json = /{%-?\s*schema\s*-?%}([\s\S]*?){%-?\s*endschema\s*-?%}/.exec(textOf(block))?.[1];
  if (json === undefined) throw new Error(`${block} has no schema`);
  return JSON.parse(json) as BlockSchema;
}

/** All strings of one locale file; `locale` is the name without `.json`, as in "sv" or "en.default.schema". */
export function textsOf(locale: string): Texts {
  const texts: Texts = new Map();
  collect(JSON.parse(textOf(`locales/${locale}.json`)), "", texts);
  return texts;
}

function collect(node: unknown, key: string, into: Texts): void {
  if (typeof node === "string") {
    into.set(key, node);
  } else if (typeof node === "object" && node !== null) {
    for (const [name, child] of Object.entries(node)) collect(child, key ? `${key}.${name}` : name, into);
  } else {
    throw new Error(`${key} is neither a text nor a group of texts`);
  }
}
