// The other statements that run all day, on the large database: none of them may read a big table from end to end.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { query } from "./databases.ts";
import { appEnvironment } from "./environment.ts";
import { isWork, keep, planOf, statementsOf, type Statement } from "./explain.ts";
import { print, say } from "./figure.ts";
import { inboundMail } from "./inbound/mails.ts";
import { largeDatabase } from "./large-database.ts";

/** On a table with fewer rows a sequential scan is what PostgreSQL should do. */
const FEW = 1_000;

/** plans.scans: how many statements of the hot paths scan a growing table. Their plans are in bench/explain. */
export async function plans(): Promise<void> {
  const { url, large } = await largeDatabase();
  Object.assign(process.env, appEnvironment({ databaseUrl: url }));
  const { db } = await import("../app/db.server.ts");
  const { boss } = await import("../app/jobs/queue.server.ts");
  const client = new pg.Client(url);
  await client.connect();
  const grown = await query<{ name: string }>(
    url,
    `SELECT relname AS name FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples > ${FEW}`,
  );
  const scanned = new RegExp(`Seq Scan on "?(${grown.map(({ name }) => name).join("|")})\\b`);
  let scans = 0;
  let count = 0;
  for (const [name, statements] of Object.entries(await statementsByPath(url, large.workspace))) {
    const planned = [];
    for (const statement of distinct(statements))
      planned.push({ statement, plan: await planOf(client, statement) });
    keep(name, planned);
    count += planned.length;
    for (const { statement, plan } of planned.filter((one) => scanned.test(one.plan))) {
      scans++;
      say(`  ${name}: a growing table is scanned by\n${statement.text}\n${plan}`);
    }
  }
  await client.end();
  await boss.stop({ graceful: false });
  await db.$disconnect();
  print({ figure: "plans.scans", value: scans, unit: "statements that scan a growing table", n: count });
}

/** Every path taken once for real, among the large workspace's rows. */
async function statementsByPath(
  url: string,
  workspace: { id: string; ticketPrefix: string },
): Promise<Record<string, Statement[]>> {
  const { acceptInbound } = await import("../app/channels/email/accept.server.ts");
  const { acceptForm } = await import("../app/channels/form/accept.server.ts");
  const { takeInMail } = await import("../app/channels/email/take-in.server.ts");
  const { countUnreadable, listUnreadable } = await import("../app/channels/unreadable.server.ts");
  const { onTicketEvent } = await import("../app/jobs/on-ticket-event.server.ts");
  const { sweep } = await import("../app/jobs/sweep.server.ts");
  const { openQueue } = await import("../app/jobs/queue.server.ts");
  const { markRead } = await import("../app/tickets/reading.server.ts");
  const { readTicket } = await import("../app/tickets/thread.server.ts");
  const { readKnownCard } = await import("../app/customers/profile.server.ts");
  await openQueue();
  const [place] = await query<{
    token: string;
    ticket: string;
    agent: string;
    customer: string;
    customerId: string;
    known: string;
    store: string;
    shop: string;
  }>(
    url,
    `SELECT (SELECT token FROM "InboundAddress" WHERE "workspaceId" = t."workspaceId" LIMIT 1) AS token, t.id AS ticket,
            c.email AS customer, c.id AS "customerId", s.id AS store, s."shopDomain" AS shop, (SELECT id FROM "Agent" WHERE "workspaceId" = t."workspaceId" LIMIT 1) AS agent,
            (SELECT "messageId" FROM "MailReference" r WHERE r."workspaceId" = t."workspaceId" AND r."ticketId" = t.id LIMIT 1) AS known
     FROM "Ticket" t JOIN "Customer" c ON c."workspaceId" = t."workspaceId" AND c.id = t."customerId"
     JOIN "Store" s ON s."workspaceId" = t."workspaceId" AND s.id = t."storeId"
     WHERE t."workspaceId" = '${workspace.id}' AND t.channel = 'email' ORDER BY number LIMIT 1 OFFSET 50000`,
  );
  if (!place) throw new Error("the large seed has no such ticket");
  const ref = { workspaceId: workspace.id, id: place.ticket };
  const arrive = async (headers: Record<string, string>) => {
    const payload = JSON.parse(inboundMail(place.token, 1).toString()) as Record<string, unknown>;
    const MessageID = randomUUID();
    const Headers = Object.entries(headers).map(([Name, Value]) => ({ Name, Value }));
    const FromFull = { Email: place.customer, Name: "Ebba Lind" };
    await acceptInbound(Buffer.from(JSON.stringify({ ...payload, MessageID, FromFull, Headers })));
    const [row] = await query<{ id: string }>(
      url,
      `SELECT id FROM "Received" WHERE "providerId" = '${MessageID}'`,
    );
    await takeInMail({ receivedId: row?.id ?? "" });
  };
  const react = async () => {
    const [event] = await query<{ id: string }>(
      url,
      `SELECT id FROM "Event" WHERE "workspaceId" = '${workspace.id}' ORDER BY "createdAt" DESC, id DESC LIMIT 1`,
    );
    await onTicketEvent({ workspaceId: workspace.id, eventId: event?.id ?? "" });
  };
  const unique = () => `<${randomUUID()}@mail.example>`;
  const form = {
    name: "Ebba Lind",
    email: place.customer,
    orderNumber: "#2188",
    topic: null,
    message: "Hej! Var är mitt paket?",
    locale: "sv",
    submissionId: randomUUID(),
    elapsedMs: 20_000,
    page: null,
    website: "",
    answers: [],
    route: null,
    uploads: [],
    formId: null,
  };
  const visitor = { workspace, store: { id: place.store, shopDomain: place.shop }, shopifyCustomerId: null };
  return {
    form: await statementsOf(() => acceptForm(visitor, form)),
    thread: await statementsOf(() => readTicket(workspace, ref, { id: place.agent })),
    panel: await statementsOf(() =>
      readKnownCard({ workspaceId: workspace.id, id: place.customerId }, place.store),
    ),
    "mark-read": await statementsOf(() => markRead(ref, { id: place.agent })),
    "mail-answers": await statementsOf(() =>
      arrive({
        "Message-ID": unique(),
        "In-Reply-To": `<${place.known}>`,
        References: `${unique()} <${place.known}>`,
      }),
    ),
    "mail-opens": await statementsOf(() => arrive({ "Message-ID": unique() })),
    reactions: await statementsOf(react),
    unreadable: await statementsOf(async () => {
      await countUnreadable(workspace);
      await listUnreadable(workspace);
    }),
    sweep: await statementsOf(sweep),
  };
}

/** The app's statements, each once: not pg-boss's, which knows its own tables, nor this file's, which have no values. */
function distinct(statements: Statement[]): Statement[] {
  const ours = statements.filter(
    (statement) => isWork(statement) && !/pgboss\.|FROM pg_/.test(statement.text),
  );
  return [...new Map(ours.map((statement) => [statement.text, statement])).values()];
}
