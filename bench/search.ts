// Searches among a million tickets against the same among 10,000, side by side in one database.
import pg from "pg";
import { appEnvironment } from "./environment.ts";
import { isWork, keep, planOf, statementsOf } from "./explain.ts";
import { median, percentile, print, say } from "./figure.ts";
import { largeDatabase, type Place } from "./large-database.ts";
import { indexAll } from "./search/documents.ts";

const TIMES = 60;
const WARM_UP = 5;

interface Asked {
  name: string;
  q: string;
  /** hits to page past before the page that is measured */
  deep?: number;
  /** combined with a condition no index of words knows: a figure of its own */
  combined?: boolean;
}

/** What people type. The rare word stands in one ticket in five thousand. */
const searches: Asked[] = [
  { name: "rare-word", q: "kvarnhjulet" },
  { name: "common-word", q: "storlek" },
  { name: "phrase", q: '"fel storlek"' },
  { name: "operators", q: "from:ebba is:closed has:attachment storlek" },
  { name: "two-words", q: "jacka storlek" },
  { name: "label", q: 'label:"Etikett 13" storlek', combined: true },
  { name: "before", q: "storlek before:2025-06", combined: true },
  { name: "beginning", q: "storl*" },
  { name: "nothing", q: "kvarnhjulspaddel" },
  { name: "deep-page", q: "storlek", deep: 2_000 },
];

interface Growth {
  name: string;
  combined: boolean;
  /** ratios */
  p50: number;
  p95: number;
  /** median and p95 among very many */
  ms: [number, number];
  queries: number;
}

/** search.growth: the search that grows most; the others are in its note, their plans in bench/explain. */
export async function search(): Promise<void> {
  say("search: making 1,000,000 tickets");
  const { url, large, small } = await largeDatabase();
  Object.assign(process.env, appEnvironment({ databaseUrl: url }));
  const indexed = await indexAll(url, large, small);
  if (indexed)
    print({
      figure: "search.indexed-per-second",
      value: indexed.perSecond,
      unit: "tickets/s",
      n: indexed.tickets,
    });
  const { listTickets } = await import("../app/tickets/list.server.ts");
  const { readFilter } = await import("../app/tickets/filter.ts");
  const { db } = await import("../app/db.server.ts");
  const client = new pg.Client(url);
  await client.connect();

  const growth: Growth[] = [];
  for (const asked of searches) {
    const filter = readFilter(new URLSearchParams({ view: "all", q: asked.q }));
    const cursors = [
      await cursorAfter(large, asked.deep ?? 0),
      await cursorAfter(small, (asked.deep ?? 0) / 100),
    ];
    const show = (place: Place, after: string | null) =>
      listTickets(place.workspace, place.agent, filter, after);
    const took: [number[], number[]] = [[], []];
    for (let time = 0; time < TIMES + WARM_UP; time++) {
      for (const [side, place] of [large, small].entries()) {
        const from = performance.now();
        await show(place, cursors[side] ?? null);
        if (time >= WARM_UP) took[side === 0 ? 0 : 1].push(performance.now() - from);
      }
    }
    const [inLarge, inSmall] = took;
    const statements = await statementsOf(() => show(large, cursors[0] ?? null));
    growth.push({
      name: asked.name,
      combined: asked.combined ?? false,
      p50: median(inLarge) / median(inSmall),
      p95: percentile(inLarge, 0.95) / percentile(inSmall, 0.95),
      ms: [median(inLarge), percentile(inLarge, 0.95)],
      queries: statements.filter(isWork).length,
    });
    const plans = statements
      .filter(isWork)
      .map(async (statement) => ({ statement, plan: await planOf(client, statement) }));
    keep(`search-${asked.name}`, await Promise.all(plans));

    async function cursorAfter(place: Place, hits: number): Promise<string | null> {
      const page = hits
        ? await listTickets(place.workspace, place.agent, filter, null, Math.ceil(hits))
        : null;
      return page?.next ?? null;
    }
  }

  await client.end();
  await db.$disconnect();
  tell("search.growth", growth.filter(({ combined }) => !combined)); // prettier-ignore
  tell("search.combined-growth", growth.filter(({ combined }) => combined)); // prettier-ignore
}

/** The search that grows most; the others in its note. */
function tell(figure: string, growth: Growth[]): void {
  print({
    figure,
    value: Math.max(...growth.map(({ p50 }) => p50)),
    unit: "times the time among 10,000 tickets",
    n: TIMES,
    note: growth
      .map(
        ({ name, p50, p95, ms, queries }) =>
          `${name} p50 ${p50.toFixed(2)}× p95 ${p95.toFixed(2)}×, ${ms[0].toFixed(1)} and ${ms[1].toFixed(1)} ms, queries ${queries}`,
      )
      .join("; "),
  });
}
