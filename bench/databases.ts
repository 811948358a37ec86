import { randomBytes } from "node:crypto";
import pg from "pg";
import { createDatabase, template } from "../scripts/test-cluster.mjs";

/** A new migrated, empty database on the bench's server; returns its address. */
export function freshDatabase(): Promise<string> {
  const adminUrl = process.env.TEST_DATABASE_ADMIN_URL;
  if (!adminUrl) throw new Error("TEST_DATABASE_ADMIN_URL is not set: run this with `npm run bench`.");
  return createDatabase(adminUrl, `bench_${randomBytes(6).toString("hex")}`, template);
}

/** One query on a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(databaseUrl: string, sql: string): Promise<Row[]> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
