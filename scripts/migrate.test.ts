import { randomUUID } from "node:crypto";
import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { migrate } from "./migrate.mjs";
import { createDatabase } from "./test-cluster.mjs";

const adminUrl = process.env.TEST_DATABASE_ADMIN_URL ?? "";
let url = "";

beforeAll(async () => {
  url = await createDatabase(adminUrl, `migrate_${randomUUID()}`);
});

async function tables(address: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
     WHERE table_schema IN ('public', 'pgboss') AND table_name <> '_prisma_migrations' ORDER BY 1`,
  );
  await client.end();
  return rows.map(({ name }) => name);
}

test("two that migrate one empty database at once both succeed, and it holds what the tests' template holds", async () => {
  await Promise.all([migrate(url), migrate(url)]);
  expect(await tables(url)).toEqual(await tables(process.env.DATABASE_URL ?? ""));
});

test("a database that is up to date stays as it is", async () => {
  const said: string[] = [];
  await migrate(url, (line: string) => said.push(line));
  expect(said).toContain("No pending migrations to apply.");
});

test("a database that is not there is named as the reason", async () => {
  await expect(migrate("postgresql://samla@127.0.0.1:9/none")).rejects.toThrow(
    "The database cannot be reached: ",
  );
});
