// The worker process: `ROLE=worker node server.ts`, or beside the web server with ROLE=all.
import { log } from "./app/lib/log.server.ts";
import { startWork } from "./app/jobs/work.server.ts";

/** Starts working on the queues; returns how to stop after the running jobs. */
export async function startWorker(): Promise<() => Promise<void>> {
  const stop = await startWork();
  log.info("worker started");
  return stop;
}
