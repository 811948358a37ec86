import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

import { inRepo } from "./paths.mjs";

/**
 * Brings pg-boss's own schema `pgboss` to the installed version. Web and worker processes
 * start with `migrate: false` and rely on this. Returns when it is there.
 */
export async function migrateQueue(url) {
  const { PgBoss } = await import(pathToFileURL(createRequire(inRepo("package.json")).resolve("pg-boss")));
  const boss = new PgBoss({
    connectionString: url,
    schema: "pgboss",
    migrate: true,
    supervise: false,
    schedule: false,
    max: 2,
  });
  boss.on("error", () => {});
  await boss.start();
  await boss.stop({ graceful: false });
}
