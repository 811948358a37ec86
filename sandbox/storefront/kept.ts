// What a merchant set in the theme editor, per shop. Tied to the world, so that a reset forgets it too.

import type { SandboxState } from "../state.ts";
import type { World } from "../world/types.ts";
import type { Settings } from "./app-block.ts";

/** What is set of one block. */
interface Kept {
  settings: Settings;
  on: boolean;
}

const byWorld = new WeakMap<World, Map<string, Kept>>();

/** The settings of a shop's block that differ from the defaults. */
export const editedSettings = (state: SandboxState, shopDomain: string, block: string): Settings =>
  shelf(state).get(`${shopDomain} ${block}`)?.settings ?? {};

/** Whether an app embed is switched on. At Shopify it is off until the merchant switches it on; here they all have. */
export const isEmbedOn = (state: SandboxState, shopDomain: string, block: string): boolean =>
  shelf(state).get(`${shopDomain} ${block}`)?.on ?? true;

/** Keeps what the merchant chose; empty settings mean the defaults again. */
export const keepBlock = (state: SandboxState, shopDomain: string, block: string, kept: Kept): void =>
  void shelf(state).set(`${shopDomain} ${block}`, kept);

function shelf(state: SandboxState): Map<string, Kept> {
  const found = byWorld.get(state.world) ?? new Map<string, Kept>();
  byWorld.set(state.world, found);
  return found;
}
