// pg-boss in our own PostgreSQL: a job is a row in the same transaction as what caused it.
import { PgBoss, fromPrisma } from "pg-boss";
import type { Tx } from "../db.server.ts";
import { env } from "../env.server.ts";
import { log } from "../lib/log.server.ts";
import { once } from "../lib/once.server.ts";
import { catalog, queueOptions, type JobName, type JobPayload } from "./catalog.ts";

export const boss = once("boss", () => {
  const made = new PgBoss({
    connectionString: env.DATABASE_URL,
    max: 4,
    migrate: false,
    useListenNotify: env.ROLE !== "web",
    supervise: env.ROLE !== "web",
    schedule: false,
    // A dead worker's job must be back within a minute; the default looks once a minute.
    monitorIntervalSeconds: 15,
  });
  made.on("error", (error) => log.error({ err: error }, "job queue"));
  return made;
});

/** Opens the queue for sending (and, in a worker, for working), with every queue of the catalog. Safe to call again. */
export const openQueue = (): Promise<void> => once("boss-started", start);

async function start(): Promise<void> {
  await boss.start();
  for (const name of Object.keys(catalog) as JobName[]) {
    const options = queueOptions(name);
    await boss.createQueue(name, options);
    await boss.updateQueue(name, options);
  }
}

/** Enqueues a job that exists only if the caller's transaction commits. */
export async function enqueue<N extends JobName>(
  tx: Tx,
  name: N,
  payload: JobPayload<N>,
  options: { startAfter?: number; priority?: number; singletonKey?: string } = {},
): Promise<void> {
  await openQueue();
  await boss.send(name, payload, { ...options, db: fromPrisma(tx) });
}
