// Inbound mail through HTTP into the database, against the same rows written by hand, in turns on one machine.
// What the app spends beside the baseline is in bench/README.md.
import { freePort } from "../scripts/ports.mjs";
import { startApp } from "./app-process.ts";
import { freshDatabase, query } from "./databases.ts";
import { median, percentile, print, say, spread } from "./figure.ts";
import { openBaseline } from "./inbound/baseline.ts";
import { inboundMail } from "./inbound/mails.ts";
import { startPostmark } from "./inbound/postmark.ts";
import { sendAll } from "./inbound/senders.ts";
import { makeTenants } from "./inbound/tenants.ts";

const MAILS = 5_000;
/** Short turns: what else the machine does meanwhile then falls on both alike. */
const ROUNDS = 10;
const WORKSPACES = 20;
const WARM_UP = 1_000;
/** Reading a mail is many times the work of accepting it. */
const WORKED = 400;

/** inbound.ratio and inbound.per-second of a web process, then what the workers in the same process cost. */
export async function inbound(): Promise<void> {
  say("inbound: 8 senders, 20 workspaces");
  await accepting();
  await acceptingAndWorking();
}

async function accepting(): Promise<void> {
  const database = await freshDatabase();
  const tokens = await makeTenants(database, WORKSPACES);
  const port = await freePort();
  const app = await startApp(database, { port, role: "web" });
  const baseline = await openBaseline(database);
  const rates: { app: number; byHand: number }[] = [];
  const took: number[] = [];
  const turn = async (mails: Buffer[]) => {
    const byHand = await perSecond(mails, () => baseline.write(mails));
    const byApp = await perSecond(mails, async () => void took.push(...(await sendAll(port, mails))));
    return { app: byApp, byHand };
  };
  await turn(makeMails(tokens, WARM_UP, 0));
  took.length = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    const rate = await turn(makeMails(tokens, MAILS / ROUNDS, round));
    say(`  turn ${round}: ${rate.app.toFixed(0)} mails/s through the app, ${rate.byHand.toFixed(0)} by hand`);
    rates.push(rate);
  }
  await Promise.all([app.stop(), baseline.close()]);
  await demandRows(database, 2 * (WARM_UP + MAILS));
  const ratios = rates.map(({ app, byHand }) => app / byHand);
  report("inbound.ratio", ratios, "of baseline", "web process alone; baseline without HTTP and JSON");
  report(
    "inbound.per-second",
    rates.map((rate) => rate.app),
    "mails/s",
  );
  report(
    "inbound.baseline-per-second",
    rates.map((rate) => rate.byHand),
    "mails/s",
  );
  print({ figure: "inbound.p99-ms", value: percentile(took, 0.99), unit: "ms", n: took.length });
}

async function acceptingAndWorking(): Promise<void> {
  const database = await freshDatabase();
  const tokens = await makeTenants(database, WORKSPACES);
  const port = await freePort();
  const postmark = await startPostmark();
  const app = await startApp(database, { port, role: "all", postmarkUrl: postmark.url });
  await sendAll(port, makeMails(tokens, WORKED / 5, 0));
  await untilMessages(database, WORKED / 5);
  const mails = makeMails(tokens, WORKED, 1);
  const from = performance.now();
  let took: number[] = [];
  const accepted = await perSecond(mails, async () => void (took = await sendAll(port, mails)));
  say("  all accepted, waiting for the workers");
  await untilMessages(database, WORKED / 5 + WORKED);
  const done = (WORKED / (performance.now() - from)) * 1000;
  await app.stop();
  postmark.close();
  const baseline = await openBaseline(database);
  const byHand = await perSecond(mails, () => baseline.write(mails));
  await baseline.close();
  print({ figure: "inbound.ratio-with-worker", value: accepted / byHand, unit: "of baseline", n: WORKED });
  print({ figure: "inbound.per-second-with-worker", value: accepted, unit: "mails/s", n: WORKED });
  print({ figure: "inbound.p99-ms-with-worker", value: percentile(took, 0.99), unit: "ms", n: WORKED });
  print({
    figure: "inbound.messages-per-second",
    value: done,
    unit: "ticket messages/s",
    n: WORKED,
    note: "one process accepts, reads, finds sender and ticket, reacts and sends acknowledgements",
  });
}

const makeMails = (tokens: string[], count: number, turn: number): Buffer[] =>
  Array.from({ length: count }, (_, n) => inboundMail(tokens[n % tokens.length] ?? "", turn * MAILS + n));

async function perSecond(mails: readonly Buffer[], work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return (mails.length / (performance.now() - from)) * 1000;
}

const report = (figure: string, values: number[], unit: string, note?: string): void =>
  print({ figure, value: median(values), unit, n: MAILS, spread: spread(values), ...(note ? { note } : {}) });

/** A figure for mails that were lost would be worth nothing: every mail is there once, each with its job. */
async function demandRows(databaseUrl: string, count: number): Promise<void> {
  const [row] = await query<{ received: number; jobs: number }>(
    databaseUrl,
    `SELECT (SELECT count(*)::int FROM "Received") AS received,
            (SELECT count(DISTINCT data ->> 'receivedId')::int FROM pgboss.job WHERE name = 'take-in-mail') AS jobs`,
  );
  if (row?.received !== count || row.jobs !== count)
    throw new Error(`${row?.received} mails and ${row?.jobs} jobs are stored, not ${count} of each`);
}

/** Waits until the workers have made that many messages; throws when they make none for a minute. */
async function untilMessages(databaseUrl: string, count: number): Promise<void> {
  for (let seen = 0, since = performance.now(); performance.now() - since < 60_000;) {
    const [row] = await query<{ done: number }>(databaseUrl, `SELECT count(*)::int AS done FROM "Message"`);
    const done = row?.done ?? 0;
    if (done >= count) return;
    if (done > seen) [seen, since] = [done, performance.now()];
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the workers make no more messages");
}
