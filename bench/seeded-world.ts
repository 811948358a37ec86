// What a bench needs to look at pages: the small world's database, the built app on it, and the sandbox around both.
import { runQuietly } from "../scripts/child.mjs";
import { inRepo } from "../scripts/paths.mjs";
import { freePort } from "../scripts/ports.mjs";
import { startSandbox } from "../sandbox/start.ts";
import { makeWorld } from "../sandbox/world/world.ts";
import { startApp, type AppProcess } from "./app-process.ts";
import { freshDatabase } from "./databases.ts";
import { hook, inboundAddress, shopifyKeys } from "./environment.ts";

export interface SeededWorld {
  /** address of the database */
  database: string;
  appUrl: string;
  sandboxUrl: string;
  app: AppProcess;
  sandbox: Awaited<ReturnType<typeof startSandbox>>;
  stop(): Promise<void>;
}

/** Starts one. `prepare` adds to the seeded database before the app sees it. */
export async function startSeededWorld(
  prepare: (database: string) => Promise<void> = async () => undefined,
  role: "web" | "all" = "web",
): Promise<SeededWorld> {
  const database = await freshDatabase();
  await runQuietly(process.execPath, [inRepo("prisma", "seed.ts")], {
    env: { ...process.env, DATABASE_URL: database, SEED: "small" },
    failure: "The seed failed:",
  });
  await prepare(database);
  const port = await freePort();
  const appUrl = `http://127.0.0.1:${port}`;
  const sandbox = await startSandbox({
    port: 0,
    appUrl,
    ...shopifyKeys,
    postmarkToken: "samla-bench-postmark",
    inboundAddress,
    inboundHook: hook,
    world: makeWorld({ now: new Date() }),
  });
  const app = await startApp(database, { port, role, sandboxUrl: sandbox.url });
  const stop = async () => {
    await app.stop();
    await sandbox.close();
  };
  return { database, appUrl, sandboxUrl: sandbox.url, app, sandbox, stop };
}
