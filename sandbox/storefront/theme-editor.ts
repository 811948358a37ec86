// The stand-in for Shopify's theme editor at work: which blocks it offers, the deep link into its app embeds, saving.

import { defaults, readBlock, readEmbeds } from "./app-block.ts";
import type { AppBlock } from "./app-block.ts";
import { editorPanel, settingsIn } from "./editor.ts";
import { editedSettings, isEmbedOn, keepBlock } from "./kept.ts";
import { handleOf } from "./shopper.ts";
import type { Visit } from "./theme-pages.ts";

/**
 * The panel's markup. `?context=apps&activateAppId=KEY/handle` shows the app embeds first, the named one switched on and
 * not yet saved, as Shopify's editor does.
 */
export async function themeEditor({ state, shop, extension, req }: Visit): Promise<string> {
  if (!state.installations.get(shop.domain)?.installed) return "";
  const contact = await readBlock(extension, "contact-form", shop.locale);
  const embeds = await readEmbeds(extension, shop.locale);
  const { context, activateAppId } = req.query;
  const activated = String(activateAppId ?? "").split("/")[1];
  const blocks = [...(contact ? [contact] : []), ...embeds];
  if (context === "apps") blocks.reverse();
  const panels = blocks.map((block) => ({
    block,
    settings: { ...defaults(block.schema), ...editedSettings(state, shop.domain, block.name) },
    on: isEmbed(block) ? block.name === activated || isEmbedOn(state, shop.domain, block.name) : null,
  }));
  return editorPanel(panels, `/storefront/${handleOf(shop)}/_sandbox/theme`).markup;
}

/** Keeps what was submitted of one block, and shows the editor again. */
export async function saveTheme({ state, shop, extension, req, res }: Visit): Promise<void> {
  const block = await readBlock(extension, String(req.body.block ?? "contact-form"), shop.locale);
  if (block) {
    const reset = req.body.do === "reset";
    keepBlock(state, shop.domain, block.name, {
      settings: reset ? {} : settingsIn(block.schema, req.body),
      on: reset || !isEmbed(block) || req.body["embed.on"] === "on",
    });
  }
  res.redirect(303, `/storefront/${handleOf(shop)}/pages/contact?editor=1`);
}

const isEmbed = ({ schema }: AppBlock): boolean => schema.target === "body";
