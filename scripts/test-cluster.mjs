// A throw-away server for one test or bench run, with the migrated template that databases are cloned from.
import { rmSync } from "node:fs";

import { applyMigrations } from "./apply-migrations.mjs";
import { clearAbandoned, temporaryClusterFolder } from "./cluster-folders.mjs";
import { addressOf, connect } from "./database.mjs";
import { forSpeed, startPostgres } from "./postgres.mjs";

/** The migrated database that nobody connects to: tests clone it. */
export const template = "samla_template";

/**
 * Starts a server of its own in a folder of its own and migrates the template there.
 * Returns what `startPostgres` returns, plus `adminUrl`, and `stopServer()` and `restart()` (on the
 * same port) for tests of outages. `stop()` also removes the folder.
 * Clusters whose run was killed are cleared away first.
 */
export async function startTestCluster({ settings = forSpeed } = {}) {
  await clearAbandoned();
  const { home, data } = temporaryClusterFolder();
  let server = await startPostgres({ folder: data, settings });
  const { port, url } = server;
  const cluster = {
    port,
    url,
    folder: data,
    log: server.log,
    adminUrl: url("postgres"),
    get pid() {
      return server.pid;
    },
    get exited() {
      return server.exited;
    },
    kill: () => server.kill(),
    stopServer: () => server.stop(),
    restart: async () => {
      server = await startPostgres({ folder: data, settings, port });
    },
    stop: async () => {
      await server.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
  try {
    await createDatabase(cluster.adminUrl, template);
    await applyMigrations(url(template));
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return cluster;
}

/** Makes a database, as a copy of `from` when given, and returns its address. */
export async function createDatabase(adminUrl, name, from) {
  const client = await connect(adminUrl);
  try {
    await client.query(`CREATE DATABASE "${name}"${from ? ` TEMPLATE "${from}" STRATEGY file_copy` : ""}`);
  } finally {
    await client.end();
  }
  return addressOf(adminUrl, name);
}
