import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { connect } from "./database.mjs";
import { inRepo } from "./paths.mjs";
import { migrateQueue } from "./queue-schema.mjs";
import { Trouble } from "./trouble.mjs";

/**
 * Makes an empty database ready for tests: the same SQL that `migrate` applies, without the
 * CLI's start-up time and without its bookkeeping. Throws Trouble that names the failing file.
 */
export async function applyMigrations(url) {
  const client = await connect(url);
  try {
    for (const { name, sql } of migrationFiles()) {
      await client.query(sql).catch((error) => {
        throw new Trouble(`The migration ${name} fails: ${error.message}`);
      });
    }
  } finally {
    await client.end();
  }
  await migrateQueue(url);
}

function migrationFiles() {
  const folder = inRepo("prisma", "migrations");
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => ({ name, sql: readFileSync(join(folder, name, "migration.sql"), "utf8") }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
