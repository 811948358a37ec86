// The one Prisma client of the process. Writes use scalar ids only (eslint: samla/tenancy).
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "@prisma/client";
import { env } from "./env.server.ts";
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
