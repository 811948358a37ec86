// What a merchant set in the theme editor, per shop. Tied to the world, so that a reset forgets it too.

import type { SandboxState } from "../state.ts";
import type { World } from "../world/types.ts";
import type { Settings } from "./app-block.ts";

const byWorld = new WeakMap<World, Map<string, Settings>>();

/** The block settings of a shop that differ from the defaults. */
export const editedSettings = (state: SandboxState, shopDomain: string): Settings =>
  shelf(state).get(shopDomain) ?? {};

/** Keeps what the merchant chose; an empty object means the defaults again. */
export const keepSettings = (state: SandboxState, shopDomain: string, settings: Settings): void =>
  void shelf(state).set(shopDomain, settings);

function shelf(state: SandboxState): Map<string, Settings> {
  const found = byWorld.get(state.world) ?? new Map<string, Settings>();
  byWorld.set(state.world, found);
  return found;
}
