// What App Bridge says of the app's theme extension: its app embeds, and whether the theme has them switched on.

import { readEmbeds } from "../storefront/app-block.ts";
import { isEmbedOn } from "../storefront/kept.ts";
import type { Visit } from "./visit.ts";

const EXTENSION = new URL("../../extensions/storefront/", import.meta.url);
const THEME = "gid://shopify/OnlineStoreTheme/1";

/** As `shopify.app.extensions()` answers. */
export async function extensionsOf({ state, shop }: Visit): Promise<object[]> {
  const embeds = await readEmbeds(EXTENSION, shop.locale);
  const activations = embeds.map(({ name, schema }) => {
    const on = isEmbedOn(state, shop.domain, name);
    return {
      handle: name,
      name: schema.name,
      target: schema.target,
      status: on ? "active" : "available",
      activations: on ? [{ target: schema.target, themeId: THEME }] : [],
    };
  });
  return [{ handle: "storefront", type: "theme_app_extension", activations }];
}
