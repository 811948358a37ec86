import { cpSync, existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

import { runQuietly } from "./child.mjs";
import { withLock } from "./lock.mjs";
import { cacheFolder, inRepo } from "./paths.mjs";
import { step } from "./progress.mjs";
import { othersRunning } from "./running.mjs";
import { hashOf, isStamped, writeStamp } from "./stamp.mjs";

const stamp = inRepo("build", ".made-from");
const inputs = [
  "app",
  "public",
  "vite.config.ts",
  "remix.config.js",
  "tsconfig.json",
  "package-lock.json",
].map((name) => inRepo(name));

/** Builds the app for browser and server when its sources have changed since the last build. */
export function buildApp() {
  return withLock(
    "build",
    async () => {
      const wanted = hashOf(inputs);
      if (isStamped(stamp, wanted)) return;
      await step("Building the app", () => keepingOldAssets(build));
      writeStamp(stamp, wanted);
    },
    console.log,
  );
}

function build() {
  return runQuietly(
    process.execPath,
    [inRepo("node_modules", "@remix-run", "dev", "dist", "cli.js"), "vite:build"],
    {
      env: { ...process.env, NODE_ENV: "production" },
      failure: "The build failed:",
    },
  );
}

/** A demo that runs on the earlier build still serves that build's files (their names hold hashes). */
async function keepingOldAssets(work) {
  const assets = inRepo("build", "client", "assets");
  const aside = join(cacheFolder, "old-assets");
  rmSync(aside, { recursive: true, force: true });
  const inUse = othersRunning().some(({ name }) => name === "demo");
  if (inUse && existsSync(assets)) renameSync(assets, aside);
  try {
    await work();
  } finally {
    if (existsSync(aside)) {
      cpSync(aside, assets, { recursive: true, force: false });
      rmSync(aside, { recursive: true, force: true });
    }
  }
}
