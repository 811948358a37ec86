import { rmSync } from "node:fs";
import { join } from "node:path";

import { buildApp } from "./build.mjs";
import { startService, tailOf } from "./child.mjs";
import { demoClusterFolder } from "./cluster-folders.mjs";
import { ensureDatabase } from "./database.mjs";
import { demoEnvironment } from "./demo-environment.mjs";
import { clearEarlierDemo, forgetDemo, recordDemo } from "./demo-record.mjs";
import { demandSpace } from "./disk.mjs";
import { generateClient } from "./generate.mjs";
import { untilAnswers } from "./health.mjs";
import { migrate } from "./migrate.mjs";
import { dataFolder } from "./paths.mjs";
import { forgetSessions, openInStores } from "./open-in-stores.mjs";
import { demandFreePort } from "./ports.mjs";
import { startPostgres } from "./postgres.mjs";
import { seconds, step } from "./progress.mjs";
import { seedOnce } from "./seed-once.mjs";
import { beforeExit, isShuttingDown } from "./shutdown.mjs";
import { clearStaleServer } from "./stale-postgres.mjs";
import { Trouble } from "./trouble.mjs";

/**
 * Brings the whole demo up, says so in one line, and then watches over it. Never returns while
 * all is well; throws Trouble when something does not start, or ends by itself.
 */
export async function runDemo({ port, seed, fresh }) {
  const began = Date.now();
  await clearEarlierDemo();
  if (fresh) await step("Wiping .data", wipe);
  const cluster = await demoClusterFolder();
  demandSpace(dataFolder, 400, "the demo's data");
  recordDemo(port, []);
  beforeExit(forgetDemo);

  await generateClient();
  await buildApp();
  const database = await step("Starting PostgreSQL", () => startDatabase(cluster));
  await step("Migrating the database", (say) => migrate(database.url, say));
  const env = demoEnvironment({ port, databaseUrl: database.url });
  await seedOnce({ seed, env });
  await forgetSessions(database.url);

  await demandFreePort(port, "the app");
  await demandFreePort(port + 1, "the sandbox");
  const logs = join(dataFolder, "logs");
  const sandbox = startService("sandbox", ["sandbox/main.ts"], {
    env: { ...env, PORT: String(port + 1) },
    log: join(logs, "sandbox.log"),
  });
  await step("Starting the sandbox", () => untilAnswers(`${env.SANDBOX_URL}/`, sandbox));
  const app = startService("app", ["--import", "./sandbox/preload.mjs", "server.ts"], {
    env,
    log: join(logs, "app.log"),
  });
  recordDemo(port, [sandbox.pid, app.pid]);
  await step("Starting the app", () => untilAnswers(`${env.SHOPIFY_APP_URL}/health`, app));

  await step("Opening the app in each store", () => openInStores(env));

  console.log(`Ready after ${seconds(began)}. The app's log: .data/logs/app.log. Ctrl-C stops everything.`);
  console.log(`samla ready ${JSON.stringify(addresses(env, database.url))}`);
  return await watch([database, sandbox, app]);
}

async function startDatabase(folder) {
  const server = await startPostgres({ folder });
  beforeExit(server.stop);
  const url = await ensureDatabase(server.url("postgres"), "samla");
  return { name: "PostgreSQL", url, exited: server.exited, log: server.log };
}

const addresses = ({ SHOPIFY_APP_URL: app, SANDBOX_URL: sandbox }, database) => ({
  app,
  admin: `${sandbox}/admin`,
  storefront: `${sandbox}/storefront`,
  mail: `${sandbox}/mail`,
  sms: `${sandbox}/sms`,
  database,
});

/** Waits until one of the parts ends. By itself that is a failure of the whole; at shutdown it is meant. */
async function watch(parts) {
  const { name, how, log } = await Promise.race(
    parts.map((part) => part.exited.then((how) => ({ ...part, how }))),
  );
  if (isShuttingDown()) return new Promise(() => {});
  throw new Trouble(`The ${name} ended by itself (${how}). Its last words:\n${tailOf(log)}`);
}

async function wipe() {
  const cluster = await demoClusterFolder();
  await clearStaleServer(cluster);
  for (const path of [cluster, `${cluster}.log`, dataFolder]) rmSync(path, { recursive: true, force: true });
}
