import { readdirSync, existsSync } from "node:fs";
import { relative, join } from "node:path";
import { fileURLToPath } from "node:url";

import { inRepo, root } from "./paths.mjs";

/**
 * Checks every theme app extension with Shopify's own rules. Returns one line per offence:
 * where, which rule, and what it says.
 */
export async function checkExtensions() {
  const { check } = await import("@shopify/theme-check-node");
  const folders = readdirSync(inRepo("extensions")).filter((name) =>
    existsSync(inRepo("extensions", name, "blocks")),
  );
  const lines = [];
  for (const name of folders) {
    const folder = inRepo("extensions", name);
    const own = join(folder, ".theme-check.yml");
    const offences = await check(folder, existsSync(own) ? own : inRepo("scripts", "theme-check.yml"));
    for (const { uri, start, check: rule, message } of offences) {
      lines.push(`${relative(root, fileURLToPath(uri))}:${start.line + 1} ${rule}: ${message}`);
    }
  }
  return lines;
}
