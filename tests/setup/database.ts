import { randomBytes } from "node:crypto";
import { createDatabase, template } from "../../scripts/test-cluster.mjs";

/** A new migrated, empty database for a test that starts processes of its own; returns its address. */
export function freshDatabase(): Promise<string> {
  return copyOf(template);
}

/** A new database that holds the small seeded world; for browser flows, whose set-up has filled its original. */
export function seededDatabase(): Promise<string> {
  return copyOf(process.env.TEST_SEEDED_DATABASE ?? "");
}

const copyOf = (original: string): Promise<string> =>
  createDatabase(
    process.env.TEST_DATABASE_ADMIN_URL ?? "",
    `extra_${randomBytes(6).toString("hex")}`,
    original,
  );
