// The whole nightly job of a large store, database included; and the plans of a customer's events in the same store.
import pg from "pg";
import { simulateBuying } from "./cdnow/shoppers.ts";
import { freshDatabase, query } from "./databases.ts";
import { appEnvironment } from "./environment.ts";
import { keep, planOf, statementsOf } from "./explain.ts";
import { print, say } from "./figure.ts";

const CUSTOMERS = 100_000;
const [WORKSPACE, STORE, CUSTOMER] = [1, 2, 3].map((n) => `00000000-0000-7000-8000-00000000000${n}`);

/** fit.job-seconds-100000: orders read, models fitted and tested, what each of 100,000 customers will do written. */
export async function forecast(): Promise<void> {
  const url = await freshDatabase();
  say("forecast: making the orders of 100,000 customers");
  await makeOrders(url);
  Object.assign(process.env, appEnvironment({ databaseUrl: url }));
  const { db } = await import("../app/db.server.ts");
  const { boss } = await import("../app/jobs/queue.server.ts");
  const { runFit } = await import("../app/customers/forecast/run-fit.server.ts");
  const { askForFit } = await import("../app/customers/forecast/start-fit.server.ts");
  const { readEvents, countEvents } = await import("../app/customers/events/timeline.server.ts");
  const ref = { workspaceId: String(WORKSPACE), storeId: String(STORE) };
  await askForFit(ref, { id: String(CUSTOMER) });
  const from = performance.now();
  let state = "waiting";
  while (["waiting", "writing"].includes(state)) {
    await runFit(ref, { lastTry: true });
    state = (await query<{ state: string }>(url, `SELECT state FROM "ForecastFit"`))[0]?.state ?? "gone";
  }
  const seconds = (performance.now() - from) / 1000;
  const peak = Math.round(process.memoryUsage.rss() / 1024 ** 2);
  const note = `ended ${state}; ${peak} MB held by the process`;
  print({ figure: `fit.job-seconds-${CUSTOMERS}`, value: seconds, unit: "s", n: CUSTOMERS, note });
  const client = new pg.Client(url);
  await client.connect();
  const customer = { workspaceId: String(WORKSPACE), id: String(CUSTOMER) };
  const plans = [];
  for (const ask of [() => readEvents(customer, [], null), () => countEvents(customer)])
    for (const statement of await statementsOf(ask))
      plans.push({ statement, plan: await planOf(client, { ...statement, text: statement.text.trim() }) });
  keep("events", plans);
  await client.end();
  await db.$disconnect();
  await boss.stop({ graceful: false });
}

/** Guests, an order a day they bought; the first is a customer of ours with two thousand messages. */
async function makeOrders(url: string): Promise<void> {
  const shoppers = simulateBuying(CUSTOMERS, { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, 1);
  const client = new pg.Client(url);
  await client.connect();
  for (const sql of PLACE) await client.query(sql);
  const bought = shoppers.flatMap(({ repeats, recency, age }, buyer) =>
    Array.from({ length: repeats + 1 }, (_, order) => ({
      buyer,
      ago: Math.round((age - (repeats ? (recency * order) / repeats : 0)) * 7),
    })),
  );
  bought.push({ buyer: 0, ago: 1 });
  for (let from = 0; from < bought.length; from += 20_000)
    await client.query(
      `INSERT INTO "ShopOrder" ("workspaceId", "storeId", "shopifyId", name, email, "createdAt", "processedAt",
         "updatedAt", "readAt", financial, fulfillment, currency, total, items)
       SELECT '${WORKSPACE}', '${STORE}', (place + $2)::text, '#' || place, 'guest' || buyer || '@example.com', at, at, at,
         at, 'PAID', 'FULFILLED', 'SEK', (200 + (buyer * 37) % 400 + place % 90)::text, 1
       FROM (SELECT ordinality AS place, (value->>'buyer')::int AS buyer,
           now() - make_interval(days => (value->>'ago')::int) AS at
         FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY) o`,
      [JSON.stringify(bought.slice(from, from + 20_000)), from],
    );
  await client.query("VACUUM ANALYZE");
  await client.end();
}

const PLACE = [
  `INSERT INTO "Workspace" (id, name, plan) VALUES ('${WORKSPACE}', 'Large', 'plus')`,
  `INSERT INTO "Store" ("workspaceId", id, "shopDomain", name, currency)
   VALUES ('${WORKSPACE}', '${STORE}', 'large.myshopify.com', 'Large', 'SEK')`,
  `INSERT INTO "OrderSync" ("workspaceId", "storeId", state, "updatedAt") VALUES ('${WORKSPACE}', '${STORE}', 'done', now())`,
  `INSERT INTO "Brand" ("workspaceId", id, "storeId", name, "senderName") VALUES ('${WORKSPACE}', '${STORE}', '${STORE}', 'L', 'L')`,
  `INSERT INTO "Customer" ("workspaceId", id, name, email) VALUES ('${WORKSPACE}', '${CUSTOMER}', 'Ebba', 'guest0@example.com')`,
  `INSERT INTO "ContactPoint" ("workspaceId", kind, value, "customerId")
   VALUES ('${WORKSPACE}', 'email', 'guest0@example.com', '${CUSTOMER}')`,
  `INSERT INTO "Ticket" ("workspaceId", id, number, "storeId", "brandId", "customerId", channel, subject, "lastMessageAt")
   SELECT '${WORKSPACE}', gen_random_uuid(), n, '${STORE}', '${STORE}',
     CASE WHEN n % 100 = 0 THEN '${CUSTOMER}'::uuid END, 'email', 'Hej', now() FROM generate_series(1, 20000) n`,
  `INSERT INTO "Message" ("workspaceId", id, "ticketId", kind, channel, text, "createdAt")
   SELECT '${WORKSPACE}', gen_random_uuid(), t.id, 'inbound', 'email', 'Hej', now() - make_interval(mins => n * 7)
   FROM "Ticket" t, generate_series(1, 10) n`,
];
