// Runs Shopify's theme check over the storefront extension: `node tests/extension/theme-check.mjs` lists the
// offences and exits 1 when there are any. Plain JavaScript, so that the check launcher can start it on any Node.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { path as themePath, themeCheckRun } from "@shopify/theme-check-node";

export const extensionFolder = fileURLToPath(new URL("../../extensions/storefront", import.meta.url));

/**
 * @returns {Promise<string[]>} one line per offence: "blocks/contact-form.liquid:12 CheckName: what is wrong"
 */
export async function themeCheckOffences() {
  const { offenses } = await themeCheckRun(extensionFolder, "theme-check:theme-app-extension");
  return offenses.map(
    ({ uri, start, check, message }) =>
      `${path.relative(extensionFolder, themePath.fsPath(uri))}:${start.line + 1} ${check}: ${message}`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const offences = await themeCheckOffences();
  for (const offence of offences) console.error(offence);
  console.log(
    offences.length === 0 ? "theme check: no offences" : `theme check: ${offences.length} offence(s)`,
  );
  process.exitCode = offences.length === 0 ? 0 : 1;
}
