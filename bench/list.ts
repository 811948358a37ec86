// The list page among 100,000 tickets against the same page among 1,000, side by side in one database.
import pg from "pg";
import { appEnvironment } from "./environment.ts";
import { isWork, keep, planOf, statementsOf } from "./explain.ts";
import { median, print, say } from "./figure.ts";
import { largeDatabase, type LargeDatabase, type Place } from "./large-database.ts";

const TIMES = 200;

interface Page {
  name: string;
  view: "inbox" | "closed" | "all";
  /** the share of the view's tickets that come before this page */
  depth: number;
}

const pages: Page[] = (["inbox", "closed", "all"] as const).flatMap((view) => [
  { name: `${view}-first`, view, depth: 0 },
  { name: `${view}-deep`, view, depth: 0.9 },
]);

/** list.growth: the page that grows most; the others are in its note, their plans in bench/explain. */
export async function list(): Promise<void> {
  say("list: making 100,000 tickets");
  const { url, large, small }: LargeDatabase = await largeDatabase();
  Object.assign(process.env, appEnvironment({ databaseUrl: url }));
  const { listTickets } = await import("../app/tickets/list.server.ts");
  const { wholeView } = await import("../app/tickets/filter.ts");
  const { writeCursor } = await import("../app/tickets/view.ts");
  const { db } = await import("../app/db.server.ts");
  const client = new pg.Client(url);
  await client.connect();

  const growth: { name: string; ratio: number; ms: number; queries: number }[] = [];
  for (const page of pages) {
    const asked = await Promise.all(
      [large, small].map(async (place) => ({ place, after: await cursorOf(place, page) })),
    );
    const show = ({ place, after }: { place: Place; after: string | null }) =>
      listTickets(place.workspace, place.agent, wholeView(page.view), after);
    const took: [number[], number[]] = [[], []];
    for (let time = 0; time < TIMES + 20; time++) {
      for (const [side, one] of asked.entries()) {
        const from = performance.now();
        await show(one);
        if (time >= 20) took[side === 0 ? 0 : 1].push(performance.now() - from);
      }
    }
    const [inLarge, inSmall] = [median(took[0]), median(took[1])];
    const statements = await statementsOf(async () => asked[0] && show(asked[0]));
    growth.push({ name: page.name, ratio: inLarge / inSmall, ms: inLarge, queries: statements.length });
    const plans = statements
      .filter(isWork)
      .map(async (statement) => ({ statement, plan: await planOf(client, statement) }));
    keep(`list-${page.name}`, await Promise.all(plans));
  }

  /** The last ticket before the page, as the "next" of the page before it would say. */
  async function cursorOf({ workspace, agent }: Place, { view, depth }: Page): Promise<string | null> {
    if (!depth) return null;
    const ids: { at: Date; id: string }[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { rows, next } = await listTickets(workspace, agent, wholeView(view), after);
      ids.push(...rows.map((row) => ({ at: new Date(row.lastMessageAt), id: row.id })));
      [after, more] = [next, next !== null];
    }
    const last = ids[Math.floor(ids.length * depth)];
    return last ? writeCursor(last) : null;
  }

  await client.end();
  await db.$disconnect();
  const worst = growth.reduce((a, b) => (b.ratio > a.ratio ? b : a));
  print({
    figure: "list.growth",
    value: worst.ratio,
    unit: "times the time among 1,000 tickets",
    n: TIMES,
    note: growth
      .map(
        ({ name, ratio, ms, queries }) =>
          `${name} ${ratio.toFixed(2)}× ${ms.toFixed(1)} ms, queries ${queries}`,
      )
      .join("; "),
  });
}
