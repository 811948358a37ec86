// The one Prisma client of the process. Writes use scalar ids only (eslint: samla/tenancy).
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "@prisma/client";
import pg from "pg";
import { env } from "./env.server.ts";
import { log } from "./lib/log.server.ts";
import { once } from "./lib/once.server.ts";

export const db = once(
  "db",
  () =>
    new PrismaClient({
      adapter: new PrismaPg({ connectionString: env.DATABASE_URL, max: env.DATABASE_POOL }),
      transactionOptions: { maxWait: 10_000, timeout: 20_000 },
    }),
);

/** A running transaction: what domain functions that must share one take. */
export type Tx = Prisma.TransactionClient;

/** Runs `work` alone among all that take the same lock name, until the transaction ends. */
export async function holdLock(tx: Tx, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

/** The same for several names at once; always taken in the same order, so that two who want them never block each other. */
export async function holdLocks(tx: Tx, names: string[]): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(key) FROM
    (SELECT DISTINCT hashtextextended(name, 0) AS key FROM unnest(${names}::text[]) AS name ORDER BY key) AS ordered`;
}

/**
 * Runs `work` alone among all that take the same lock name, for at most `ms`, on a connection outside the pool:
 * `work` needs the pool itself, and those who wait would have used it up.
 */
export async function holdLockApart<T>(name: string, ms: number, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: env.DATABASE_URL, query_timeout: ms });
  // A lost connection is an error of the query below; the event alone must not end the process.
  client.on("error", (error) => log.warn({ err: error }, "lock connection lost"));
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [name]);
    return await work();
  } finally {
    // The lock goes with its connection.
    await client.end();
  }
}

/** Apart from Prisma's: who hands us something must not wait while workers use up the pool. */
const doorPool = () =>
  once("door-pool", () => {
    const made = new pg.Pool({
      connectionString: env.DATABASE_URL,
      max: 4,
      connectionTimeoutMillis: 10_000,
      allowExitOnIdle: true,
    });
    // The pool replaces a lost idle connection; without a listener the process would end instead.
    made.on("error", (error) => log.warn({ err: error }, "idle database connection lost"));
    return made;
  });

/**
 * One prepared statement without Prisma, for what comes in by the thousand: there Prisma's own work is several
 * times PostgreSQL's (bench/README.md). Atomic like any statement. Throws pg's errors.
 */
export const runPrepared = (statement: { name: string; text: string; values: unknown[] }) =>
  doorPool().query(statement);
