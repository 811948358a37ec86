// Vitest's global set-up: one server per run, and one database per worker cloned from the migrated template.
import { randomBytes } from "node:crypto";
import { createDatabase, startTestCluster, template } from "../../scripts/test-cluster.mjs";

/** More than the largest number of workers of any project in vitest.config.ts. */
const workers = 4;

/**
 * Starts a server unless TEST_DATABASE_ADMIN_URL names one, and leaves in the environment what
 * `environment.ts` reads. Returns the teardown.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_ADMIN_URL;
  const cluster = given === undefined ? await startTestCluster() : undefined;
  const adminUrl = given ?? cluster?.adminUrl ?? "";
  const run = `run_${randomBytes(4).toString("hex")}`;
  for (let worker = 1; worker <= workers; worker++)
    await createDatabase(adminUrl, `${run}_${worker}`, template);
  process.env.TEST_DATABASE_ADMIN_URL = adminUrl;
  process.env.TEST_RUN = run;
  return async () => {
    if (given === undefined) delete process.env.TEST_DATABASE_ADMIN_URL;
    await cluster?.stop();
  };
}
