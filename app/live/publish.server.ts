import type { Tx } from "../db.server.ts";
import type { LiveSignal } from "./news.ts";

export const LIVE_CHANNEL = "samla_live";

/** Tells all web processes, when (and only if) the transaction commits. */
export async function publish(tx: Tx, signal: LiveSignal): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${LIVE_CHANNEL}, ${JSON.stringify(signal)})`;
}
