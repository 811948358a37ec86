// Renders a block of the extension as a theme would. Knows only the Liquid the extension uses.
import { Liquid } from "liquidjs";
import path from "node:path";
import { extensionFolder, schemaOf, textOf, textsOf } from "./files.ts";

export interface Page {
  rootUrl?: string;
  path?: string;
  locale?: string;
  customer?: { name: string; email: string; orders?: object[] };
  /** what the app keeps for the blocks, by key */
  kept?: Record<string, unknown>;
  designMode?: boolean;
  blockId?: string;
  /** what the merchant set; the rest has the schema's defaults */
  settings?: Record<string, unknown>;
  /** the page's language, where no locale file is named for it */
  spoken?: string;
  /** the shop's own language */
  primary?: string;
}

/** The HTML of one app block on a page. Unknown filters and tags throw. */
export function renderBlock(name: string, page: Page = {}): string {
  const locale = page.locale ?? "en.default";
  const liquid = new Liquid({
    root: path.join(extensionFolder, "snippets"),
    extname: ".liquid",
    strictFilters: true,
  });
  liquid.registerFilter("t", translate(locale));
  liquid.registerFilter("asset_url", (file: string) => `/cdn/extension/${file}`);
  const markup = textOf(`blocks/${name}.liquid`).replace(/{%-?\s*schema[\s\S]*$/, "");
  return String(
    liquid.parseAndRenderSync(
      markup,
      {},
      {
        globals: {
          block: {
            id: page.blockId ?? "b1",
            settings: { ...defaultsOf(name), ...page.settings },
            shopify_attributes: 'data-shopify-editor-block="b1"',
          },
          app: {
            metafields: {
              samla: Object.fromEntries(
                Object.entries(page.kept ?? {}).map(([key, value]) => [key, { value }]),
              ),
            },
          },
          shop: { id: 7, published_locales: [{ iso_code: page.primary ?? "en", primary: true }] },
          customer: page.customer,
          request: {
            path: page.path ?? "/pages/contact",
            design_mode: page.designMode ?? false,
            locale: { iso_code: page.spoken ?? locale.slice(0, 2) },
          },
          routes: { root_url: page.rootUrl ?? "/" },
        },
      },
    ),
  );
}

function defaultsOf(block: string): Record<string, unknown> {
  const words = textsOf("en.default.schema");
  const settings: Record<string, unknown> = {};
  for (const { id, default: value } of schemaOf(`blocks/${block}.liquid`).settings) {
    if (id === undefined) continue;
    settings[id] = typeof value === "string" && value.startsWith("t:") ? words.get(value.slice(2)) : value;
  }
  return settings;
}

/** Shopify's `t`: placeholders by name, escaped; a plural form by `count`. */
function translate(locale: string) {
  const texts = textsOf(locale);
  return (key: string, ...args: [string, unknown][]) => {
    const values = Object.fromEntries(args);
    const form = new Intl.PluralRules(locale.slice(0, 2)).select(Number(values.count ?? 0));
    const text = texts.get(key) ?? texts.get(`${key}.${form}`);
    if (text === undefined) throw new Error(`no text for ${key} in ${locale}`);
    return text.replace(/{{\s*(\w+)\s*}}/g, (_, name: string) => escapeHtml(String(values[name])));
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
