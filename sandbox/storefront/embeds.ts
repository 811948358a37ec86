// What app embeds add to the end of a page: those that are switched on, of an app that is installed.

import { defaults, readEmbeds, renderBlock } from "./app-block.ts";
import { editedSettings, isEmbedOn } from "./kept.ts";
import { handleOf } from "./shopper.ts";
import type { Visit } from "./theme-pages.ts";

/** Their markup, each with its stylesheet and script once. */
export async function renderEmbeds(
  { state, shop, shopper, extension }: Visit,
  globals: object,
): Promise<string> {
  const installation = state.installations.get(shop.domain);
  if (!installation?.installed) return "";
  const embeds = await readEmbeds(extension, shop.locale);
  const shown = embeds.filter(({ name }) => isEmbedOn(state, shop.domain, name));
  const rendered = shown.map((block) =>
    renderBlock(block, {
      extension,
      settings: { ...defaults(block.schema), ...editedSettings(state, shop.domain, block.name) },
      language: shopper.language,
      currency: shop.currency,
      assetUrl: (file) => `/storefront/${handleOf(shop)}/cdn/extension/${file}`,
      globals,
      installation,
    }),
  );
  return (await Promise.all(rendered)).join("\n");
}
