// App blocks and app embeds of the theme extension, rendered from the extension's own files as Shopify would: blocks
// inside a section, embeds at the end of the page.

import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Installation } from "../shopify/installation.ts";
import { liquidEngine, liquidError, readVoice } from "./engine.ts";
import type { Texts } from "./translate.ts";
import { lookUp } from "./translate.ts";

const setting = z.object({
  type: z.string(),
  id: z.string().optional(),
  label: z.string().optional(),
  content: z.string().optional(),
  info: z.string().optional(),
  placeholder: z.string().optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  step: z.number().optional(),
  unit: z.string().optional(),
  options: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
});
const schema = z.object({
  name: z.string(),
  target: z.string(),
  stylesheet: z.string().optional(),
  javascript: z.string().optional(),
  settings: z.array(setting).default([]),
});
export type BlockSetting = z.infer<typeof setting>;
export type BlockSchema = z.infer<typeof schema>;
export type Settings = Record<string, string | number | boolean>;

export interface AppBlock {
  /** blocks/NAME.liquid */
  name: string;
  source: string;
  /** with the merchant's words in place of "t:" keys */
  schema: BlockSchema;
}

const SCHEMA_TAG = /\{%-?\s*schema\s*-?%\}([\s\S]*?)\{%-?\s*endschema\s*-?%\}/;

/** Reads blocks/NAME.liquid; null when the extension has no such block. Throws when its schema is broken. */
export async function readBlock(
  extension: URL,
  name: string,
  merchantLanguage: string,
): Promise<AppBlock | null> {
  const file = await readFile(new URL(`blocks/${name}.liquid`, extension), "utf8").catch(() => null);
  if (file === null) return null;
  const written = SCHEMA_TAG.exec(file)?.[1];
  if (written === undefined) throw new Error(`blocks/${name}.liquid has no {% schema %}.`);
  const { catalogs } = await readVoice(new URL("locales/", extension), merchantLanguage, ".schema");
  return {
    name,
    source: file.replace(SCHEMA_TAG, ""),
    schema: inWords(schema.parse(JSON.parse(written)), catalogs),
  };
}

/** Every app embed of the extension: what it adds to the end of each page. */
export async function readEmbeds(extension: URL, merchantLanguage: string): Promise<AppBlock[]> {
  const files = (await readdir(new URL("blocks/", extension))).filter((file) => file.endsWith(".liquid"));
  const blocks = await Promise.all(
    files.map((file) => readBlock(extension, file.slice(0, -".liquid".length), merchantLanguage)),
  );
  return blocks.filter((block) => block !== null).filter(({ schema }) => schema.target === "body");
}

/** What a freshly added block has; settings without a default are empty, as in the theme editor. */
export const defaults = ({ settings }: BlockSchema): Settings =>
  Object.fromEntries(settings.flatMap((one) => (one.id ? [[one.id, one.default ?? emptyValue(one)]] : [])));

/** The block's markup with its stylesheet and script, in the page's language. */
export async function renderBlock(
  { name, source, schema: { stylesheet, javascript } }: AppBlock,
  {
    extension,
    settings,
    language,
    currency,
    assetUrl,
    globals,
    installation,
  }: {
    extension: URL;
    settings: Settings;
    language: string;
    currency: string;
    assetUrl: (file: string) => string;
    globals: object;
    installation: Installation | undefined;
  },
): Promise<string> {
  const voice = await readVoice(new URL("locales/", extension), language);
  const engine = liquidEngine({
    partials: fileURLToPath(new URL("snippets/", extension)),
    voice,
    currency,
    assetUrl,
  });
  const id = `AcnV3bWxhX2Zvcm0__samla_${name.replace(/-/g, "_")}`;
  const block = {
    id,
    type: `shopify://apps/samla/blocks/${name}`,
    settings,
    shopify_attributes: `data-shopify-editor-block='{"id":"${id}"}'`,
  };
  const app = { metafields: metafieldsOf(installation) };
  const markup = await engine
    .parseAndRender(source, { block, section: { id: "contact" } }, { globals: { ...globals, app } })
    .catch(liquidError);
  return [
    stylesheet && `<link rel="stylesheet" href="${assetUrl(stylesheet)}" media="all">`,
    javascript && `<script src="${assetUrl(javascript)}" async></script>`,
    `<div id="shopify-block-${id}" class="shopify-block shopify-app-block">${markup}</div>`,
  ]
    .filter(Boolean)
    .join("\n");
}

/** App-data metafields as Liquid sees them: app.metafields.<namespace>.<key>.value */
function metafieldsOf(installation: Installation | undefined) {
  const spaces: Record<string, Record<string, { value: unknown; type: string }>> = {};
  for (const { namespace, key, type, value } of installation?.metafields ?? []) {
    const plain = type.includes("text") || type === "url" || type === "color" || type.startsWith("date");
    (spaces[namespace] ??= {})[key] = { type, value: plain ? value : JSON.parse(value) };
  }
  return spaces;
}

const emptyValue = ({ type, min }: BlockSetting) => (type === "checkbox" ? false : (min ?? ""));

function inWords(block: BlockSchema, catalogs: Texts[]): BlockSchema {
  const words = <T>(value: T): T => {
    if (typeof value === "string" && value.startsWith("t:")) {
      const found = catalogs
        .map((texts) => lookUp(texts, value.slice(2)))
        .find((text) => typeof text === "string");
      return (found ?? value) as T;
    }
    if (Array.isArray(value)) return value.map(words) as T;
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, words(inner)])) as T;
    }
    return value;
  };
  return words(block);
}
