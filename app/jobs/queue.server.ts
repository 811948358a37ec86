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
    // A dead worker's job must be back within a minute; both defaults look once a minute.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  });
  made.on("error", (error) => log.error({ err: error }, "job queue"));
  return made;
});

/** Opens the queue for sending (and, in a worker, for working), with every queue of the catalog. Safe to call again. */
export function openQueue(): Promise<void> {
  const opening = once("boss-opening", (): { done: Promise<void> | null } => ({ done: null }));
  // A database that was away when the first of us asked must not keep the queue shut for good.
  opening.done ??= start().catch((error: unknown) => {
    opening.done = null;
    throw error;
  });
  return opening.done;
}

async function start(): Promise<void> {
  await boss.start();
  for (const name of Object.keys(catalog) as JobName[]) {
    const options = queueOptions(name);
    await boss.createQueue(name, options);
    await boss.updateQueue(name, options);
  }
}

/**
 * Enqueues a job that exists only if the caller's transaction commits. `onceIn`: none is added when this key had
 * one in the current stretch of so many seconds (a singletonKey alone does nothing in queues of this kind).
 * With
 * `next` one is added for the stretch after instead, so that nothing that happened since is missed. Returns whether a
 * job was added.
 */
export async function enqueue<N extends JobName>(
  tx: Tx,
  name: N,
  payload: JobPayload<N>,
  {
    onceIn,
    ...options
  }: {
    startAfter?: number;
    priority?: number;
    onceIn?: { seconds: number; key: string; next?: boolean };
  } = {},
): Promise<boolean> {
  await openQueue();
  const { key, seconds, next } = onceIn ?? {};
  const single = onceIn
    ? { singletonKey: key, singletonSeconds: seconds, ...(next ? { singletonNextSlot: true } : {}) }
    : {};
  return (await boss.send(name, payload, { ...options, ...single, db: fromPrisma(tx) })) !== null;
}

/** Enqueues many of one kind in one statement. They come after everything that somebody waits for. */
export async function enqueueMany<N extends JobName>(
  tx: Tx,
  name: N,
  payloads: JobPayload<N>[],
): Promise<void> {
  await openQueue();
  const jobs = payloads.map((data) => ({ data, priority: -1 }));
  await boss.insert(name, jobs, { db: fromPrisma(tx) });
}

/**
 * pg-boss's INSERT of a job, not yet run: `WITH job AS (${text}) …` makes job and cause one statement.
 * Its one parameter is $1. Only for queues that wake nobody: a wake-up is more than an INSERT.
 */
export async function insertOfJob<N extends JobName>(
  name: N,
  payload: JobPayload<N>,
): Promise<{ text: string; value: unknown }> {
  await openQueue();
  const insert: { text: string; value: unknown } = { text: "", value: null };
  const executeSql = async (text: string, values: unknown[] = []) => {
    Object.assign(insert, { text, value: values[0] });
    return { rows: [{ id: "" }] };
  };
  await boss.send(name, payload, { db: { executeSql } });
  return insert;
}
