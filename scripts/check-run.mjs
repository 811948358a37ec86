import { existsSync } from "node:fs";

import { buildApp } from "./build.mjs";
import { runVisibly } from "./child.mjs";
import { generateClient } from "./generate.mjs";
import { inRepo } from "./paths.mjs";
import { step } from "./progress.mjs";
import { Trouble } from "./trouble.mjs";

/** Runs every check, also after one has failed, and returns 1 when one did. */
export async function runChecks(args) {
  await generateClient();
  const checks = [
    ["Format", () => tool("prettier/bin/prettier.cjs", "--check", "--log-level", "warn", ".")],
    ["Lint", () => tool("eslint/bin/eslint.js", "--max-warnings", "0", ".")],
    ["Types", () => tool("typescript/bin/tsc", "--noEmit", "-p", ".")],
    ["Build", buildApp],
    ["Theme", checkTheme],
  ];
  if (!args.includes("--no-test"))
    checks.push(["Tests", async () => demand(await (await import("./test-run.mjs")).runTests([]))]);
  const failed = [];
  for (const [name, check] of checks) {
    try {
      await step(name, check);
    } catch (error) {
      console.error(error.message);
      failed.push(name);
    }
  }
  if (failed.length > 0) throw new Trouble(`Not in order: ${failed.join(", ")}.`);
  console.log("Everything is in order.");
}

const tool = async (file, ...args) =>
  demand(await runVisibly(process.execPath, [inRepo("node_modules", file), ...args]));

function demand(code) {
  if (code !== 0) throw new Trouble("✗ see above");
}

/** Shopify's own linter over the theme app extensions. */
async function checkTheme() {
  const { checkExtensions } = await import("./theme-check.mjs");
  const offences = existsSync(inRepo("extensions")) ? await checkExtensions() : [];
  for (const line of offences) console.error(`  ${line}`);
  if (offences.length > 0) throw new Trouble(`✗ ${offences.length} offences`);
}
