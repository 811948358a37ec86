// The million tickets' documents: the app writes those of the hundred thousand that all others are copies of.
import { query } from "../databases.ts";
import { say } from "../figure.ts";
import type { Place } from "../large-database.ts";
import { TIMES } from "../multiply.ts";

const BATCH = 100;
/** Of the tickets the seed wrote, one in so many says a word nobody else says. */
const RARE = 5_000;

/** Makes every ticket findable. Says how many a second the app does; null when they were findable already. */
export async function indexAll(
  url: string,
  large: Place,
  small: Place,
): Promise<{ tickets: number; perSecond: number } | null> {
  const [done] = await query(
    url,
    `SELECT 1 FROM "SearchDocument" WHERE "workspaceId" = '${small.workspace.id}' LIMIT 1`,
  );
  if (done) return null;
  const { db } = await import("../../app/db.server.ts");
  const { indexTickets } = await import("../../app/tickets/search/index.server.ts");
  const workspaceId = large.workspace.id;
  await query(
    url,
    `UPDATE "Ticket" SET subject = subject || ' kvarnhjulet'
     WHERE "workspaceId" = '${workspaceId}' AND number % ${RARE} = 0`,
  );
  const base = await query<{ id: string }>(
    url,
    `SELECT id FROM "Ticket" WHERE "workspaceId" = '${workspaceId}' ORDER BY number LIMIT ${Math.ceil(large.tickets / TIMES)}`,
  );
  const from = performance.now();
  for (let at = 0; at < base.length; at += BATCH) {
    const ids = base.slice(at, at + BATCH).map(({ id }) => id);
    await db.$transaction((tx) => indexTickets(tx, workspaceId, ids), { timeout: 60_000 });
    if (at % 10_000 === 0) say(`  ${at.toLocaleString("en")} of ${base.length.toLocaleString("en")} indexed`);
  }
  const perSecond = (base.length / (performance.now() - from)) * 1000;
  say("  documents of the copies");
  const [index] = await query<{ sql: string }>(
    url,
    `SELECT pg_get_indexdef('search_words'::regclass) AS sql`,
  );
  await query(url, "DROP INDEX search_words");
  const all = Array.from({ length: TIMES - 1 }, (_, n) => n + 1);
  for (const time of all)
    await query(url, copies(workspaceId, workspaceId, `copy_of(d."ticketId", ${time})`));
  await query(url, copies(workspaceId, small.workspace.id, `d."ticketId"`));
  await query(url, index?.sql ?? "");
  await query(url, `VACUUM ANALYZE "SearchDocument"`);
  return { tickets: base.length, perSecond };
}

const copies = (from: string, to: string, id: string): string => `
  INSERT INTO "SearchDocument" ("workspaceId", "ticketId", week, words)
  SELECT t."workspaceId", t.id, search_week(t."lastMessageAt"), d.words
  FROM "SearchDocument" d JOIN "Ticket" t ON t."workspaceId" = '${to}' AND t.id = ${id}
  WHERE d."workspaceId" = '${from}'
  ON CONFLICT DO NOTHING`;
