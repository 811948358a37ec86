import { randomBytes } from "node:crypto";
import { createDatabase, template } from "../../scripts/test-cluster.mjs";

/** A new migrated, empty database for a test that starts processes of its own; returns its address. */
export function freshDatabase(): Promise<string> {
  return createDatabase(
    process.env.TEST_DATABASE_ADMIN_URL ?? "",
    `extra_${randomBytes(6).toString("hex")}`,
    template,
  );
}
