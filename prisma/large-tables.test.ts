// Migrations of tables that may be large: nothing stands still while a rule is checked on millions of rows.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const FOLDER = new URL("migrations/", import.meta.url);
const LARGE = /ALTER TABLE "(?:Message|Ticket|File|OutgoingMail|Event)" ADD CONSTRAINT \w+\s+CHECK[^;]*;/g;

/** Those before it are released as they are. */
const later = readdirSync(FOLDER).filter((name) => /^\d{4}_/.test(name) && name >= "0013");

test.each(later)("%s checks its new rules on new rows only", (name) => {
  const sql = readFileSync(new URL(`${name}/migration.sql`, FOLDER), "utf8");
  const read = [...sql.matchAll(LARGE)].map(([rule]) => rule).filter((rule) => !rule.endsWith("NOT VALID;"));
  expect(read).toEqual([]);
});
