import type { Command } from "./registry.ts";

/** In the order they are shown. */
export const SECTIONS: readonly Command["section"][] = ["ticket", "write", "list", "go", "app"];
