// The list page among very many tickets against the same page among a hundredth of them, side by side in one database:
// every view, at its top and deep inside, the filters, and the kept counts.
import pg from "pg";
import { appEnvironment } from "./environment.ts";
import { isWork, keep, planOf, statementsOf } from "./explain.ts";
import { median, percentile, print, say } from "./figure.ts";
import { largeDatabase, type LargeDatabase, type Place } from "./large-database.ts";

const TIMES = 60;
const WARM_UP = 10;

interface Page {
  name: string;
  /** the list's query string; ids of the place are filled in */
  query: string;
  /** rows that come before this page */
  skip: number;
}

const VIEWS = ["inbox", "mine", "unassigned", "sent", "snoozed", "closed", "all", "archived", "spam"];
const FILTERS = [
  "sort=oldest",
  "sort=priority",
  "assignee=me",
  "assignee=none&status=open,snoozed",
  "priority=urgent",
  "status=open,closed",
  "channel=form",
  "store=STORE",
  "label=LABEL",
  "customer=CUSTOMER",
  "department=none",
  "files=1",
  "unread=1",
];

/** Days: what was open on the last of them is sorted, and that grows with how busy the shop is. */
const DAYS = ["to=2025-06-30", "status=closed&from=2024-03-01&to=2024-03-31"];

const pages: Page[] = [
  ...VIEWS.flatMap((view) => [
    { name: view, query: `view=${view}`, skip: 0 },
    { name: `${view}-deep`, query: `view=${view}`, skip: 2000 },
  ]),
  ...[...FILTERS, ...DAYS].map((filter) => ({
    name: nameOf(filter),
    query: `view=all&${filter}`,
    skip: 0,
  })),
];

function nameOf(filter: string): string {
  return filter.toLowerCase().replaceAll(/[^a-z]+/g, "-");
}

interface Growth {
  name: string;
  /** of the medians, and of the p95 */
  ratio: number;
  p95: number;
  /** median and p95 among very many */
  ms: [number, number];
  queries: number;
}

/** list.growth: the page that grows most; the others are in its note, their plans in bench/explain. */
export async function list(): Promise<void> {
  say("list: making the database");
  const { url, large, small }: LargeDatabase = await largeDatabase();
  Object.assign(process.env, appEnvironment({ databaseUrl: url }));
  const { listTickets } = await import("../app/tickets/list.server.ts");
  const { readCounts } = await import("../app/tickets/counts.server.ts");
  const { readTicket } = await import("../app/tickets/thread.server.ts");
  const { readEverybodys } = await import("../app/notifications/attention.server.ts");
  const { readFilter } = await import("../app/tickets/filter.ts");
  const { db } = await import("../app/db.server.ts");
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`SELECT recount_tickets(id) FROM "Workspace"`);
  const ids = new Map<Place, Record<string, string>>();
  for (const place of [large, small]) ids.set(place, await someIds(client, place));

  const growth: Growth[] = [];
  for (const { name, query, skip } of pages) {
    const asked = (place: Place) =>
      readFilter(
        new URLSearchParams(query.replace(/STORE|LABEL|CUSTOMER/, (what) => ids.get(place)?.[what] ?? "")),
      );
    const show = (place: Place, after: string | null) =>
      listTickets(place.workspace, place.agent, asked(place), after);
    const from = new Map<Place, string | null>();
    for (const place of [large, small]) {
      const before = skip ? await listTickets(place.workspace, place.agent, asked(place), null, skip) : null;
      from.set(place, before?.next ?? null);
    }
    growth.push(
      await compare(
        name,
        () => show(large, from.get(large) ?? null),
        () => show(small, from.get(small) ?? null),
      ),
    );
  }
  const ref = (place: Place) => ({ workspaceId: place.workspace.id, id: ids.get(small)?.TICKET ?? "" });
  growth.push(
    await compare(
      "ticket-page",
      () => readTicket(large.workspace, ref(large), large.agent),
      () => readTicket(small.workspace, ref(small), small.agent),
    ),
    await compare(
      "counts",
      () => readCounts(large.workspace, large.agent),
      () => readCounts(small.workspace, small.agent),
    ),
    await compare(
      "everybodys-numbers",
      () => readEverybodys(large.workspace.id, [large.agent.id]),
      () => readEverybodys(small.workspace.id, [small.agent.id]),
    ),
  );

  /** The same in both places, in turns. */
  async function compare(
    name: string,
    inLarge: () => Promise<unknown>,
    inSmall: () => Promise<unknown>,
  ): Promise<Growth> {
    const took: [number[], number[]] = [[], []];
    for (let time = 0; time < TIMES + WARM_UP; time++) {
      for (const [side, work] of [inLarge, inSmall].entries()) {
        const from = performance.now();
        await work();
        if (time >= WARM_UP) took[side === 0 ? 0 : 1].push(performance.now() - from);
      }
    }
    const statements = (await statementsOf(inLarge)).filter(isWork);
    const plans = statements.map(async (statement) => ({ statement, plan: await planOf(client, statement) }));
    keep(`list-${name}`, await Promise.all(plans));
    const [slow, fast] = [median(took[0]), median(took[1])];
    const [slowest, least] = [percentile(took[0], 0.95), percentile(took[1], 0.95)];
    return {
      name,
      ratio: slow / fast,
      p95: slowest / least,
      ms: [slow, slowest],
      queries: statements.length,
    };
  }

  await client.end();
  await db.$disconnect();
  const days = DAYS.map(nameOf);
  tell("list.growth", growth.filter(({ name }) => !days.includes(name)), small); // prettier-ignore
  tell("list.days-growth", growth.filter(({ name }) => days.includes(name)), small); // prettier-ignore
}

/** The page that grows most; the others in its note. */
function tell(figure: string, growth: Growth[], small: Place): void {
  print({
    figure,
    value: Math.max(...growth.map(({ ratio }) => ratio)),
    unit: `times the time among ${small.tickets.toLocaleString("en")} tickets`,
    n: TIMES,
    note: growth
      .map(
        ({ name, ratio, p95, ms, queries }) =>
          `${name} p50 ${ratio.toFixed(2)}× p95 ${p95.toFixed(2)}×, ${ms[0].toFixed(1)} and ${ms[1].toFixed(1)} ms, queries ${queries}`,
      )
      .join("; "),
  });
}

/** What the filters ask for: a store, the label on the most tickets, a customer with several; and the longest ticket. */
async function someIds(client: pg.Client, { workspace }: Place): Promise<Record<string, string>> {
  const most = async (table: string, column: string) => {
    const { rows } = await client.query<{ id: string }>(
      `SELECT "${column}" AS id FROM "${table}" WHERE "workspaceId" = $1 AND "${column}" IS NOT NULL
       GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1`,
      [workspace.id],
    );
    return rows[0]?.id ?? "00000000-0000-7000-8000-000000000000";
  };
  return {
    STORE: await most("Ticket", "storeId"),
    CUSTOMER: await most("Ticket", "customerId"),
    LABEL: await most("TicketLabel", "labelId"),
    TICKET: await most("Message", "ticketId"),
  };
}
