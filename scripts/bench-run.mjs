import { buildApp } from "./build.mjs";
import { runVisibly } from "./child.mjs";
import { unpackChromium } from "./chromium.mjs";
import { demandSpace } from "./disk.mjs";
import { generateClient } from "./generate.mjs";
import { cacheFolder } from "./paths.mjs";
import { forKeeps } from "./postgres.mjs";
import { step } from "./progress.mjs";
import { beforeExit } from "./shutdown.mjs";
import { startTestCluster } from "./test-cluster.mjs";

/** Runs the named figures (all without a name) against a server that keeps its promises. Returns the exit code. */
export async function runBench(names) {
  demandSpace(cacheFolder, 3_000, "the figures' databases");
  await generateClient();
  await buildApp();
  const browser = await unpackChromium();
  // Not the tests' settings: with fsync off the figures would flatter.
  const cluster = await step("Starting PostgreSQL with ordinary durability (fsync on)", () =>
    startTestCluster({ settings: forKeeps }),
  );
  beforeExit(cluster.stop);
  const env = {
    ...process.env,
    ...browser,
    NODE_ENV: "production",
    TEST_DATABASE_ADMIN_URL: cluster.adminUrl,
  };
  return runVisibly(process.execPath, ["bench/main.ts", ...names], { env });
}
