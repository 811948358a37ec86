import { log } from "./log.server.ts";

/** Longer than the longest job or request may take; then whatever is left is cut off and retried elsewhere. */
const PATIENCE = 25_000;

/** On SIGTERM or SIGINT: drains, then exits 0. A second signal changes nothing. */
export function stopOnSignal(drain: () => Promise<unknown>): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), PATIENCE).unref();
    try {
      await drain();
    } catch (error) {
      log.error({ err: error }, "stopping");
    }
    process.exit(0);
  };
  process.on("SIGTERM", () => void stop());
  process.on("SIGINT", () => void stop());
}
