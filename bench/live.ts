// From a commit in one process to a thousand open pages that another process serves, and to the screen of one of them.
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { query } from "./databases.ts";
import { median, percentile, print, say } from "./figure.ts";
import { commitNews, type Committed } from "./live/commits.ts";
import { openScreen } from "./live/screen.ts";
import { openStream, type Stream } from "./live/stream.ts";
import { openTokens } from "./live/tokens.ts";
import { startSeededWorld } from "./seeded-world.ts";

const STREAMS = 1000;
const WARM_UP = 20;
const AT_A_TIME = 50;
/** Not counted: the process that serves has to warm up. */
const LEAD_IN = 40;
const NEWS = 100;
const EVERY = 250;

/** live.p95-ms, live.lost and live.screen-p95-ms, and what an open page costs the web process that serves it. */
export async function live(): Promise<void> {
  say(`live: ${STREAMS + WARM_UP} open pages of one workspace, one of them on a screen besides`);
  const world = await startSeededWorld(keepNumbers);
  const { database, appUrl, sandboxUrl, app } = world;
  const tokens = openTokens(sandboxUrl);
  const open = () => openStream(appUrl, tokens);
  // The first one exchanges its session token; the others find the session.
  const streams = [await open(), ...(await openMany(open, WARM_UP - 1))];
  await pause(3_000);
  const before = memoryOf(app.pid);
  streams.push(...(await openMany(open, STREAMS)));
  await pause(3_000);
  const grown = memoryOf(app.pid) - before;
  // It comes last, so it is told last.
  const screen = await openScreen(sandboxUrl, appUrl);

  const committed = await commitNews(database, { news: LEAD_IN + NEWS, every: EVERY });
  await pause(2_000);
  const shown = await screen.shown();
  for (const stream of streams) stream.close();
  await screen.close();
  await world.stop();
  tell(committed.slice(LEAD_IN), streams, shown);
  if (grown > 0) {
    print({
      figure: "live.bytes-per-connection",
      value: (grown * 1024) / STREAMS,
      unit: "bytes of the web process",
      n: STREAMS,
      note: "resident memory, idle streams",
    });
  }
}

/** Numbers of as many agents as there are pages: they are read with all news. */
const keepNumbers = async (database: string): Promise<void> => {
  await query(
    database,
    `INSERT INTO "TicketCount" ("workspaceId", name, slot, value)
     SELECT d."workspaceId", kind || agent.id, 0, 7
     FROM "ShopDomain" d, unnest(ARRAY['mine:', 'read:']) kind,
       (SELECT gen_random_uuid() AS id FROM generate_series(1, ${STREAMS})) agent
     WHERE d.domain = 'fjallrum.myshopify.com'`,
  );
};

async function openMany(open: () => Promise<Stream>, count: number): Promise<Stream[]> {
  const streams: Stream[] = [];
  while (streams.length < count) {
    const some = Math.min(AT_A_TIME, count - streams.length);
    streams.push(...(await Promise.all(Array.from({ length: some }, open))));
  }
  return streams;
}

function tell(committed: Committed[], streams: Stream[], shown: Map<string, number>): void {
  const took = committed.flatMap(({ id, at }) =>
    streams.map(({ heard }) => (heard.get(id) ?? Infinity) - at),
  );
  const onScreen = committed.map(({ words, at }) => (shown.get(words) ?? Infinity) - at);
  print({
    figure: "live.p95-ms",
    value: percentile(took, 0.95),
    unit: "ms",
    n: took.length,
    note: `${streams.length} streams × ${NEWS} news, from COMMIT sent to event read; median ${median(took).toFixed(1)} ms`,
  });
  print({
    figure: "live.lost",
    value: took.filter((ms) => ms === Infinity).length,
    unit: "news",
    n: took.length,
  });
  print({
    figure: "live.screen-p95-ms",
    value: percentile(onScreen, 0.95),
    unit: "ms",
    n: onScreen.length,
    note: `from COMMIT sent to the frame of a real Chromium that shows the row; median ${median(onScreen).toFixed(0)} ms`,
  });
}

/** Resident memory in kB; 0 where the system does not tell. */
function memoryOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
