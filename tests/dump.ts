// Every row of the database as text, for "nothing else changed".
import { db } from "../app/db.server.ts";

/** All tables of the product and the queue; each row as JSON, only those `about` names when given. */
export async function dumpRows(about: string[] = []): Promise<string[]> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND (table_schema = 'public' OR (table_schema = 'pgboss' AND table_name LIKE 'job%'))
    ORDER BY 1`;
  const rows: string[] = [];
  for (const { name } of tables) {
    // Chosen by the database: it is full of other tests' rows.
    const found = await db.$queryRawUnsafe<{ row: string }[]>(
      `SELECT row FROM (SELECT row_to_json(t)::text AS row FROM ${name === COUNTS ? SUMS : name} t) AS rows
       WHERE $1::text[] = '{}' OR EXISTS (SELECT FROM unnest($1::text[]) AS word WHERE strpos(row, word) > 0)`,
      about.flatMap((word) => [word, Buffer.from(word).toString("hex")]),
    );
    rows.push(...found.map(({ row }) => `${name} ${readable(row)}`));
  }
  return rows.filter((row) => !about.length || about.some((word) => row.includes(word))).sort();
}

/** A count is the sum of its slots; in which of them it stands is nobody's concern. */
const COUNTS = 'public."TicketCount"';
const SUMS = `(SELECT "workspaceId", name, sum(value) AS value FROM "TicketCount" GROUP BY 1, 2 HAVING sum(value) <> 0)`;

/** bytea comes out as hex; a search for a name must look inside. */
const readable = (row: string): string =>
  row.replace(/"\\\\x([0-9a-f]*)"/g, (_, hex: string) =>
    JSON.stringify(Buffer.from(hex, "hex").toString("utf8")),
  );
