// The worker: every queue of the catalog gets its handler.
import type { JobWithMetadata } from "pg-boss";
import { log } from "../lib/log.server.ts";
import { catalog, type JobName } from "./catalog.ts";
import { handlers } from "./handlers.server.ts";
import { boss, enqueue, openQueue } from "./queue.server.ts";
import { db } from "../db.server.ts";
import { MINUTE, SECOND } from "../lib/clock.ts";

/** Starts working. Returns how to stop: no new jobs, running ones finished, the rest left for others. */
export async function startWork(): Promise<() => Promise<void>> {
  await openQueue();
  for (const name of Object.keys(catalog) as JobName[]) await workOn(name);
  void askForSweep();
  const timer = setInterval(() => void askForSweep(), MINUTE);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await boss.stop({ graceful: true, timeout: 20_000 });
  };
}

/** A mail can be a hundred megabytes, a shop's erasure minutes: not twenty of those in one process at a time. */
const AT_ONCE: Partial<Record<JobName, number>> = {
  "take-in-mail": 4,
  "handle-shopify-webhook": 4,
  // Each may read a file for most of a minute.
  "sync-orders": 4,
  // Each holds a store's customers in memory, and reckons for most of a minute.
  "fit-forecast": 1,
  // Four of these batches run side by side, and a mail may carry ten megabytes.
  "send-mail": 5,
};

/** A batch waits for its slowest job, so queues whose jobs call out work on several batches side by side. */
const SIDE_BY_SIDE: Partial<Record<JobName, number>> = {
  "send-mail": 4,
  "confirm-identity": 2,
  "link-order": 2,
  "read-store": 2,
  "read-plan": 2,
  "publish-storefront": 2,
  "refresh-order": 2,
  "sync-orders": 2,
  "reconcile-orders": 2,
  "handle-shopify-webhook": 2,
};

/**
 * perJobResults: without it one failing job would run its whole batch again. The two intervals and the burst:
 * docs/decisions/005-jobs.md.
 */
async function workOn(name: JobName): Promise<void> {
  await boss.work(
    name,
    {
      includeMetadata: true,
      batchSize: AT_ONCE[name] ?? 20,
      localConcurrency: SIDE_BY_SIDE[name] ?? 1,
      burstWhenBatchFull: true,
      perJobResults: true,
      pollingIntervalSeconds: 0.5,
      notifyPollingIntervalSeconds: 2,
    },
    async (jobs: JobWithMetadata<unknown>[]) => Promise.all(jobs.map((job) => run(name, job))),
  );
}

async function run(name: JobName, job: JobWithMetadata<unknown>) {
  const lastTry = job.retryCount >= job.retryLimit;
  try {
    const payload = catalog[name].payload.parse(job.data);
    // The catalog and the handlers are typed by the same name; TypeScript can't follow that through a union.
    await (handlers[name] as (payload: unknown, run: { lastTry: boolean }) => Promise<void>)(payload, {
      lastTry,
    });
    return { id: job.id, status: "completed" as const };
  } catch (error) {
    log[lastTry ? "error" : "warn"]({ err: error, job: name, id: job.id, lastTry }, "job failed");
    return {
      id: job.id,
      status: "failed" as const,
      output: { message: error instanceof Error ? error.message : "?" },
    };
  }
}

async function askForSweep(): Promise<void> {
  try {
    await db.$transaction((tx) =>
      enqueue(tx, "sweep", {}, { onceIn: { seconds: MINUTE / SECOND, key: "sweep" } }),
    );
  } catch (error) {
    log.warn({ err: error }, "could not ask for a sweep");
  }
}
