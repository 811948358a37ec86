// From a commit in one process to the open pages that another process serves.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { LiveSignal } from "../app/live/news.ts";
import { LIVE_CHANNEL } from "../app/live/publish.server.ts";
import { runQuietly } from "../scripts/child.mjs";
import { inRepo } from "../scripts/paths.mjs";
import { freePort } from "../scripts/ports.mjs";
import { startSandbox } from "../sandbox/start.ts";
import { makeWorld } from "../sandbox/world/world.ts";
import { startApp } from "./app-process.ts";
import { freshDatabase, query } from "./databases.ts";
import { hook, inboundAddress, shopifyKeys } from "./environment.ts";
import { median, percentile, print, say } from "./figure.ts";
import { openStream } from "./live/stream.ts";

const STREAMS = 200;
const WARM_UP = 20;
const SIGNALS = 100;
const SHOP = "fjallrum.myshopify.com";
const STAFF = "kajsa@fjallrum.example";

/** live.p95-ms, and what an open page costs the web process that serves it. */
export async function live(): Promise<void> {
  say(`live: ${STREAMS} open pages of one workspace`);
  const database = await freshDatabase();
  await runQuietly(process.execPath, [inRepo("prisma", "seed.ts")], {
    env: { ...process.env, DATABASE_URL: database, SEED: "small" },
    failure: "The seed failed:",
  });
  const port = await freePort();
  const appUrl = `http://127.0.0.1:${port}`;
  const sandbox = await startSandbox({
    port: 0,
    appUrl,
    ...shopifyKeys,
    postmarkToken: "samla-bench-postmark",
    inboundAddress,
    inboundHook: hook,
    world: makeWorld({ now: new Date() }),
  });
  const app = await startApp(database, { port, role: "web", sandboxUrl: sandbox.url });
  const token = await sessionToken(sandbox.url);
  const open = () => openStream(appUrl, token);
  // The first one exchanges its session token; the others find the session.
  const streams = [await open(), ...(await Promise.all(Array.from({ length: WARM_UP - 1 }, open)))];
  await pause(3_000);
  const before = memoryOf(app.pid);
  streams.push(...(await Promise.all(Array.from({ length: STREAMS }, open))));
  await pause(3_000);
  const each = (memoryOf(app.pid) - before) / STREAMS;

  const committed = await commitSignals(database);
  await pause(1_000);
  const took = committed.flatMap(({ id, at }) =>
    streams.map(({ heard }) => (heard.get(id) ?? Infinity) - at),
  );
  for (const stream of streams) stream.close();
  await app.stop();
  await sandbox.close();
  print({
    figure: "live.p95-ms",
    value: percentile(took, 0.95),
    unit: "ms",
    n: took.length,
    note: `${streams.length} streams × ${SIGNALS} signals, from COMMIT sent to event read; median ${median(took).toFixed(1)} ms`,
  });
  print({
    figure: "live.lost",
    value: took.filter((ms) => ms === Infinity).length,
    unit: "signals",
    n: took.length,
  });
  if (each) print({ figure: "live.kb-per-stream", value: each, unit: "kB of the web process", n: STREAMS });
}

async function sessionToken(sandboxUrl: string): Promise<string> {
  const answer = await fetch(`${sandboxUrl}/control/session-token`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ shop: SHOP, staff: STAFF }),
  });
  const { token } = (await answer.json()) as { token: string };
  return token;
}

/** Commits signals as events do, one after the other. Returns when each COMMIT was sent. */
async function commitSignals(databaseUrl: string): Promise<{ id: string; at: number }[]> {
  const [store] = await query<{ workspaceId: string }>(
    databaseUrl,
    `SELECT "workspaceId" FROM "ShopDomain" WHERE domain = '${SHOP}'`,
  );
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const committed: { id: string; at: number }[] = [];
  for (let n = 0; n < SIGNALS; n++) {
    const signal: LiveSignal = {
      workspaceId: store?.workspaceId ?? "",
      id: randomUUID(),
      type: "message-received",
    };
    await client.query("BEGIN");
    await client.query("SELECT pg_notify($1, $2)", [LIVE_CHANNEL, JSON.stringify(signal)]);
    committed.push({ id: signal.id, at: performance.now() });
    await client.query("COMMIT");
    await pause(30);
  }
  await client.end();
  return committed;
}

/** Resident memory in kB; 0 where the system does not tell. */
function memoryOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
