import { db } from "../db.server.ts";
import { log } from "../lib/log.server.ts";

export interface Health {
  ok: boolean;
  database: boolean;
  /** jobs that could run now, and how long the oldest of them has waited */
  queue: { waiting: number; oldestSeconds: number };
}

/** Work older than this means the workers are not keeping up, or gone. */
const TOO_OLD_SECONDS = 300;

/** How this installation is. Counts stop at 10,000. */
export async function readHealth(): Promise<Health> {
  try {
    const [row] = await db.$queryRaw<{ waiting: bigint; oldest: number | null }[]>`
      SELECT count(*) AS waiting, extract(epoch FROM now() - min(start_after))::float8 AS oldest
      FROM (SELECT start_after FROM pgboss.job WHERE state IN ('created', 'retry') AND start_after < now() LIMIT 10000) j`;
    const queue = { waiting: Number(row?.waiting ?? 0), oldestSeconds: Math.round(row?.oldest ?? 0) };
    return { ok: queue.oldestSeconds < TOO_OLD_SECONDS, database: true, queue };
  } catch (error) {
    log.error({ err: error }, "health");
    return { ok: false, database: false, queue: { waiting: 0, oldestSeconds: 0 } };
  }
}
