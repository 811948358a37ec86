// What schema.prisma says the database should be, as SQL written by Prisma itself.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../", import.meta.url));

export const schemaFile = join(root, "prisma", "schema.prisma");

/**
 * The SQL that makes every table, key, index and relation of the schema in an empty database.
 * `url` names any reachable database; nothing is written there. Throws what the CLI says when it fails.
 */
export async function expectedSchema(url: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "samla-schema-"));
  const empty = join(folder, "empty.prisma");
  // A diff from "nothing" would have the CLI download an engine; from a schema without models it needs none.
  writeFileSync(empty, withoutModels(readFileSync(schemaFile, "utf8")));
  const prisma = join(root, "node_modules", "prisma", "build", "index.js");
  const command = [
    "migrate",
    "diff",
    "--from-schema-datamodel",
    empty,
    "--to-schema-datamodel",
    schemaFile,
    "--script",
  ];
  const quiet = { PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1", NO_COLOR: "1" };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [prisma, ...command], {
      cwd: root,
      env: { ...process.env, ...quiet, DATABASE_URL: url },
    });
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const withoutModels = (schema: string): string =>
  [...schema.matchAll(/^(?:generator|datasource) \w+ \{\n[^}]*\}/gm)].map(([block]) => block).join("\n\n");
