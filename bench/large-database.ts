// A database that has seen years: SEED=large's 100,000 tickets become 1,000,000 in one workspace, with 5,000,000
// messages, every hundredth of them again in another one, and as much raw input and sent mail as the seed's had.
import { runQuietly } from "../scripts/child.mjs";
import { inRepo } from "../scripts/paths.mjs";
import { freshDatabase, query } from "./databases.ts";
import { print, say } from "./figure.ts";
import { multiply } from "./multiply.ts";

export interface LargeDatabase {
  url: string;
  large: Place;
  small: Place;
}

export interface Place {
  workspace: { id: string; ticketPrefix: string };
  agent: { id: string };
  tickets: number;
}

let made: Promise<LargeDatabase> | undefined;

/** The database, made by whoever asks first. */
export const largeDatabase = (): Promise<LargeDatabase> => (made ??= make());

const SMALL = "00000000-0000-7000-8000-000000000001";

/** BENCH_LARGE_DATABASE names an empty, migrated database to make it in, and to find it in again on the next run. */
async function make(): Promise<LargeDatabase> {
  const kept = process.env.BENCH_LARGE_DATABASE;
  const url = kept ?? (await freshDatabase());
  const made = kept ? await busiestOf(url) : undefined;
  if (made) return { url, large: await placeOf(url, made), small: await placeOf(url, SMALL) };
  const from = performance.now();
  await runQuietly(process.execPath, [inRepo("prisma", "seed.ts")], {
    env: { ...process.env, DATABASE_URL: url, SEED: "large" },
    failure: "The large seed failed:",
    onLine: (line = "") => say(`  ${line}`),
  });
  print({ figure: "seed.large-seconds", value: (performance.now() - from) / 1000, unit: "s", n: 100_000 });
  const largest = (await busiestOf(url)) ?? "";
  for (const sql of yearsOfMail(largest)) await query(url, sql);
  const { agent } = await placeOf(url, largest);
  const multiplied = performance.now();
  await multiply(url, largest, agent.id);
  for (const sql of copies(largest)) await query(url, sql);
  say("  sorting out what is where");
  await query(url, "VACUUM ANALYZE");
  const [large, small] = [await placeOf(url, largest), await placeOf(url, SMALL)];
  const seconds = (performance.now() - multiplied) / 1000;
  print({ figure: "seed.million-seconds", value: seconds, unit: "s", n: large.tickets });
  return { url, large, small };
}

async function busiestOf(url: string): Promise<string | undefined> {
  const [busiest] = await query<{ id: string }>(
    url,
    `SELECT "workspaceId" AS id FROM "Ticket" GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
  );
  return busiest?.id;
}

/** The same rows under another workspace's id: keys begin with it, so the ids may stay. */
function copies(from: string): string[] {
  const copy = (table: string, where = "") =>
    `INSERT INTO "${table}" SELECT (json_populate_record(t, '{"workspaceId": "${SMALL}"}')).*
     FROM "${table}" t WHERE t."workspaceId" = '${from}' ${where}`;
  const chosen = (column: string, wanted: string) =>
    `AND t."${column}" IN (SELECT "${wanted}" FROM "Ticket" WHERE "workspaceId" = '${from}' AND number % 100 = 0)`;
  return [
    `INSERT INTO "Workspace" (id, name, "ticketPrefix") VALUES ('${SMALL}', 'Liten', 'LI-')`,
    ...["Store", "Brand", "Agent", "Department"].map((table) => copy(table)),
    ...["Label"].map((table) => copy(table)),
    copy("Customer", chosen("id", "customerId")),
    copy("Ticket", "AND t.number % 100 = 0"),
    ...["Message", "Event", "TicketRead", "TicketLabel"].map((table) =>
      copy(table, chosen("ticketId", "id")),
    ),
  ];
}

/** What the seed leaves out because no page shows it. */
function yearsOfMail(workspaceId: string): string[] {
  return [
    `INSERT INTO "Received" (id, source, "providerId", body, state, "receivedAt", "workspaceId", "storeId")
     SELECT gen_random_uuid(), 'postmark', m.id, ''::bytea, 'done', m."createdAt", m."workspaceId", t."storeId"
     FROM "Message" m JOIN "Ticket" t ON t."workspaceId" = m."workspaceId" AND t.id = m."ticketId"
     WHERE m.kind = 'inbound'`,
    `INSERT INTO "OutgoingMail" ("workspaceId", id, kind, "requestKey", "ticketId", "messageId", "fromAddress", "fromName",
       "toAddress", subject, text, html, "internetId", state, "createdAt", "sentAt")
     SELECT m."workspaceId", gen_random_uuid(), 'reply', 'reply:' || m.id, m."ticketId", m.id, 'mail@samla.example', 'Butik',
       c.email, t.subject, m.text, '', m.id || '@mail.example', 'sent', m."createdAt", m."createdAt"
     FROM "Message" m JOIN "Ticket" t ON t."workspaceId" = m."workspaceId" AND t.id = m."ticketId"
     JOIN "Customer" c ON c."workspaceId" = t."workspaceId" AND c.id = t."customerId"
     WHERE m.kind = 'outbound' AND m."workspaceId" = '${workspaceId}'`,
  ];
}

async function placeOf(url: string, id: string): Promise<Place> {
  const [row] = await query<{ prefix: string; agent: string; tickets: number }>(
    url,
    `SELECT w."ticketPrefix" AS prefix, (SELECT id FROM "Agent" WHERE "workspaceId" = w.id ORDER BY id LIMIT 1) AS agent,
            (SELECT count(*)::int FROM "Ticket" WHERE "workspaceId" = w.id) AS tickets
     FROM "Workspace" w WHERE id = '${id}'`,
  );
  if (!row) throw new Error("the workspace was not seeded");
  return { workspace: { id, ticketPrefix: row.prefix }, agent: { id: row.agent }, tickets: row.tickets };
}
