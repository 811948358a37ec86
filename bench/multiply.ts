// A hundred thousand conversations become a million, by SQL: the same ones again at other times, with other ids and
// other people, and more said in each. Indexes are made afterwards, triggers sleep meanwhile.
import pg from "pg";
import { say } from "./figure.ts";

/** How often each ticket stands there in the end. */
export const TIMES = 10;
/** said in every ticket beside what the seed wrote: about five messages a ticket altogether */
const MORE_MESSAGES = 3;
const LABELS = 200;

const TABLES = [
  "Customer",
  "ContactPoint",
  "Ticket",
  "Message",
  "Event",
  "TicketRead",
  "TicketLabel",
] as const;
type Table = (typeof TABLES)[number];

/** Makes every ticket of a workspace ten, each with about five messages; says how far it is. */
export async function multiply(databaseUrl: string, workspaceId: string, agentId: string): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    await client.query("SET synchronous_commit = off");
    await client.query("SET maintenance_work_mem = '1GB'");
    await client.query(COPY_OF);
    const indexes = await dropIndexes(client);
    for (const [what, sql] of await stepsOf(client, workspaceId, agentId)) {
      const from = performance.now();
      const { rowCount } = await client.query(sql);
      say(
        `  ${what}: ${(rowCount ?? 0).toLocaleString("en")} rows, ${((performance.now() - from) / 1000).toFixed(0)} s`,
      );
    }
    for (const [position, index] of indexes.entries()) {
      await client.query(index);
      if ((position + 1) % 10 === 0) say(`  ${position + 1} of ${indexes.length} indexes`);
    }
  } finally {
    await client.end();
  }
}

/** Another id for the same thing: as old as the first (UUIDv7's time stays), and the same on every run. */
const COPY_OF = `CREATE FUNCTION copy_of(id uuid, n integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT (substr(id::text, 1, 24) || substr(md5(id::text || n), 1, 12))::uuid $$`;

async function stepsOf(client: pg.Client, workspaceId: string, agentId: string): Promise<[string, string][]> {
  const mine = `"workspaceId" = '${workspaceId}'`;
  const { rows } = await client.query<{ most: number }>(
    `SELECT max(number) AS most FROM "Ticket" WHERE ${mine}`,
  );
  const most = rows[0]?.most ?? 0;
  const columns = await columnsOf(client);
  const copy = (
    time: number,
    table: Table,
    changes: Record<string, string>,
    where = "true",
  ): [string, string] => {
    const values = columns[table].map((column) => changes[column] ?? `o."${column}"`);
    return [
      `${table}, time ${time + 1} of ${TIMES}`,
      `INSERT INTO "${table}" (${columns[table].map((column) => `"${column}"`).join()})
       SELECT ${values.join()} FROM "${table}" o JOIN base USING ("workspaceId", "${KEY[table]}") WHERE ${where}`,
    ];
  };
  const earlier = (time: number, ...names: string[]) =>
    Object.fromEntries(names.map((name) => [name, `o."${name}" - interval '${time * 37} minutes'`]));
  const steps: [string, string][] = [
    ["labels", labelsOf(workspaceId)],
    ["labels of tickets", labelled(workspaceId)],
    [
      "words to say",
      `CREATE TEMP TABLE said AS
      SELECT row_number() OVER () AS n, text FROM (SELECT text FROM "Message" WHERE ${mine} AND kind <> 'note' ORDER BY id LIMIT 20000) one`,
    ],
    ["words to say, by number", "CREATE UNIQUE INDEX ON said (n)"],
    ["more messages", moreMessages(workspaceId)],
    [
      "what there is now",
      `CREATE TEMP TABLE base AS SELECT "workspaceId", id AS "ticketId", id, "customerId" FROM "Ticket" WHERE ${mine}`,
    ],
  ];
  for (let time = 1; time < TIMES; time++) {
    const another = (column: string) => `copy_of(o."${column}", ${time})`;
    const people = `(SELECT DISTINCT "workspaceId", "customerId" FROM base)`;
    const ofCustomers = ([what, sql]: [string, string]): [string, string] => [
      what,
      sql.replace("JOIN base", `JOIN ${people} base`),
    ];
    steps.push(
      ofCustomers([
        "customers",
        `INSERT INTO "Customer" (${columns.Customer.map((column) => `"${column}"`).join()})
        SELECT ${columns.Customer.map((column) => (column === "id" ? another("id") : column === "email" ? `'${time}.' || o.email` : `o."${column}"`)).join()}
        FROM "Customer" o JOIN base ON base."workspaceId" = o."workspaceId" AND base."customerId" = o.id`,
      ]),
      ofCustomers(
        copy(time, "ContactPoint", { customerId: another("customerId"), value: `'${time}.' || o.value` }),
      ),
      copy(time, "Ticket", {
        id: another("id"),
        number: `o.number + ${time * most}`,
        customerId: another("customerId"),
        lastMessageId: another("lastMessageId"),
        ...earlier(time, "createdAt", "lastMessageAt", "lastInboundAt"),
      }),
      copy(time, "Message", {
        id: another("id"),
        ticketId: another("ticketId"),
        customerId: another("customerId"),
        externalId: `o."externalId" || '-${time}'`,
        ...earlier(time, "createdAt"),
      }),
      copy(time, "Event", {
        id: another("id"),
        ticketId: another("ticketId"),
        ...earlier(time, "createdAt"),
      }),
      copy(time, "TicketRead", { ticketId: another("ticketId") }, `o."agentId" = '${agentId}'`),
      copy(time, "TicketLabel", { ticketId: another("ticketId") }),
    );
  }
  steps.push([
    "number",
    `UPDATE "Workspace" SET "lastTicketNumber" = ${most * TIMES} WHERE id = '${workspaceId}'`,
  ]);
  return steps;
}

/** Through which column a table's rows belong to the tickets that are copied. */
const KEY: Record<Table, string> = {
  Customer: "id",
  ContactPoint: "customerId",
  Ticket: "id",
  Message: "ticketId",
  Event: "ticketId",
  TicketRead: "ticketId",
  TicketLabel: "ticketId",
};

const labelsOf = (workspaceId: string): string => `
  INSERT INTO "Label" ("workspaceId", id, name, color)
  SELECT '${workspaceId}', md5('label ' || n)::uuid, 'Etikett ' || n, (ARRAY['grey','blue','green','red'])[n % 4 + 1]
  FROM generate_series(1, ${LABELS}) n`;

/** Some labels stand on every third ticket, most on few: half of them share one ticket in fifty. */
const labelled = (workspaceId: string): string => `
  INSERT INTO "TicketLabel" ("workspaceId", "ticketId", "labelId")
  SELECT '${workspaceId}', t.id, md5('label ' || (1 + floor(${LABELS} * power((t.number * 7919 % 1000) / 1000.0, 3))))::uuid
  FROM "Ticket" t WHERE t."workspaceId" = '${workspaceId}' AND t.number % 3 = 0`;

const moreMessages = (workspaceId: string): string => `
  INSERT INTO "Message" ("workspaceId", id, "ticketId", kind, channel, "customerId", "authorId", "fromName", "fromAddress",
    "senderProof", text, delivery, "createdAt")
  SELECT t."workspaceId", copy_of(t.id, 1000 + j), t.id, CASE WHEN j % 2 = 1 THEN 'inbound' ELSE 'outbound' END, t.channel,
    CASE WHEN j % 2 = 1 THEN t."customerId" END, CASE WHEN j % 2 = 0 THEN t."assigneeId" END,
    CASE WHEN j % 2 = 1 THEN c.name END, CASE WHEN j % 2 = 1 THEN c.email END, CASE WHEN j % 2 = 1 THEN 'claimed' END,
    s.text, CASE WHEN j % 2 = 0 THEN 'delivered' END,
    t."createdAt" + (t."lastMessageAt" - t."createdAt") * j / ${MORE_MESSAGES + 1}
  FROM "Ticket" t
  JOIN "Customer" c ON c."workspaceId" = t."workspaceId" AND c.id = t."customerId"
  CROSS JOIN generate_series(1, ${MORE_MESSAGES}) j
  JOIN said s ON s.n = 1 + (t.number * 31 + j * 6151) % (SELECT count(*) FROM said)
  WHERE t."workspaceId" = '${workspaceId}'`;

async function columnsOf(client: pg.Client): Promise<Record<Table, string[]>> {
  const { rows } = await client.query<{ table_name: Table; column_name: string }>(
    `SELECT table_name, column_name FROM information_schema.columns
     WHERE table_schema = 'public' AND is_generated = 'NEVER' AND table_name = ANY($1) ORDER BY ordinal_position`,
    [TABLES],
  );
  return Object.fromEntries(
    TABLES.map((table) => [
      table,
      rows.filter((row) => row.table_name === table).map((row) => row.column_name),
    ]),
  ) as Record<Table, string[]>;
}

/** Drops what can be made again, and returns how. Keys that relations need stay. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
     FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
     WHERE t.relname = ANY($1) AND t.relnamespace = 'public'::regnamespace
       AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)`,
    [TABLES.filter((table) => table !== "Customer")],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  return rows.map(({ definition }) => definition);
}
