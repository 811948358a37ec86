import { runVisibly } from "./child.mjs";
import { demandSpace } from "./disk.mjs";
import { generateClient } from "./generate.mjs";
import { buildApp } from "./build.mjs";
import { unpackChromium } from "./chromium.mjs";
import { cacheFolder, inRepo } from "./paths.mjs";
import { step } from "./progress.mjs";
import { beforeExit } from "./shutdown.mjs";
import { startTestCluster } from "./test-cluster.mjs";

/** Prepares what tests need and runs vitest with the given arguments. Returns its exit code. */
export async function runTests(args) {
  demandSpace(cacheFolder, 500, "the tests' databases");
  await generateClient();
  // With arguments, the browser flows' own set-up does this when any of them is chosen.
  const browser = args.length === 0 ? await prepareFlows() : {};
  const cluster = await step("Starting PostgreSQL for the tests", startTestCluster);
  beforeExit(cluster.stop);
  const env = { ...process.env, ...browser, NODE_ENV: "test", TEST_DATABASE_ADMIN_URL: cluster.adminUrl };
  return runVisibly(process.execPath, [inRepo("node_modules", "vitest", "vitest.mjs"), "run", ...args], {
    env,
  });
}

async function prepareFlows() {
  await buildApp();
  return unpackChromium();
}
