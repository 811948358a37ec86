// For tests/serial: a server that a test may stop, kill and start again without harming another.
import { afterAll } from "vitest";
import { createDatabase, startTestCluster, template } from "../../scripts/test-cluster.mjs";

/** `stopServer()`, `kill()` and `restart()` are a test's to use; DATABASE_URL points here. */
export const cluster = await startTestCluster();

process.env.TEST_DATABASE_ADMIN_URL = cluster.adminUrl;
process.env.DATABASE_URL = await createDatabase(cluster.adminUrl, "samla", template);
afterAll(() => cluster.stop());
