// A word from a visitor to the agent's open page and the answer back, while five hundred chats are open; and what an idle
// one costs the process that serves it.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import type { News as ForVisitor } from "../app/channels/chat/protocol.ts";
import type { News as ForAgents } from "../app/live/news.ts";
import { openEvents, type Events } from "./chat/events.ts";
import { beginChats, type Chatting } from "./chat/people.ts";
import { median, percentile, print, say } from "./figure.ts";
import { clock } from "./live/clock.ts";
import { openTokens, type Tokens } from "./live/tokens.ts";
import { startSeededWorld } from "./seeded-world.ts";

const CHATS = 500;
const WARM_UP = 20;
const AT_A_TIME = 25;
/** Not counted: the process has to warm up. */
const LEAD_IN = 20;
const ROUNDS = 100;
const EVERY = 150;
const READ = 200;
/** The library turns away what looks like a robot. */
const BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0";

/** chat.round-trip-p95-ms and chat.idle-memory-kb. */
export async function chat(): Promise<void> {
  say(`chat: ${CHATS} open chats in one store, an agent answers ${ROUNDS} of them`);
  let chats: Chatting[] = [];
  const world = await startSeededWorld(async (database) => {
    chats = await beginChats(database, CHATS + WARM_UP);
  }, "all");
  const { appUrl, sandboxUrl, app } = world;
  const tokens = openTokens(sandboxUrl);
  const headers = { Authorization: `Bearer ${await tokens()}` };
  const agent = await openEvents(`${appUrl}/app/live`, { headers });
  const open = ({ token }: Chatting) =>
    openEvents(`${appUrl}/widget/stream`, {
      method: "POST",
      body: JSON.stringify({ token, cursor: "0", tab: "bench" }),
    });
  const streams = await openMany(open, chats.slice(0, WARM_UP));
  await pause(3_000);
  const before = memoryOf(app.pid);
  streams.push(...(await openMany(open, chats.slice(WARM_UP))));
  await pause(3_000);
  const grown = memoryOf(app.pid) - before;
  const there: number[] = [];
  const back: number[] = [];
  let worked = 0;
  for (let n = 0; n < LEAD_IN + ROUNDS; n++) {
    const [one, stream] = [chats[n % chats.length], streams[n % chats.length]];
    if (!one || !stream) throw new Error("There are no chats.");
    if (n === LEAD_IN) worked = processorOf(app.pid);
    const took = await roundTrip({ appUrl, tokens, agent, stream }, one, n);
    if (n >= LEAD_IN) {
      there.push(took.there);
      back.push(took.back);
    }
    await pause(EVERY);
  }
  worked = processorOf(app.pid) - worked;
  for (const stream of [agent, ...streams]) stream.close();
  await world.stop();
  tell(there, back, { grown, worked });
}

interface Line {
  appUrl: string;
  tokens: Tokens;
  agent: Events;
  stream: Events;
}

/** From the visitor's Enter to the agent's stream, and from the agent's to the visitor's. */
async function roundTrip(
  { appUrl, tokens, agent, stream }: Line,
  { token, ticketId }: Chatting,
  n: number,
): Promise<{ there: number; back: number }> {
  const heard = agent.next((data) =>
    ((data as Partial<ForAgents>).signals ?? []).some(
      (signal) => signal.ticketId === ticketId && signal.type === "message-received",
    ),
  );
  const sent = clock();
  const said = fetch(`${appUrl}/widget/send`, {
    method: "POST",
    headers: { "Content-Type": "text/plain" },
    body: JSON.stringify({ token, id: randomUUID(), text: `question ${n}`, files: [] }),
  });
  const there = (await heard) - sent;
  if (!(await said).ok) throw new Error(`the visitor's word was refused: ${(await said).status}`);
  const headers = { Authorization: `Bearer ${await tokens()}`, "User-Agent": BROWSER };
  // Nobody answers what they have not read.
  await pause(READ);
  const words = `answer ${n}`;
  const come = stream.next((data) =>
    ((data as Partial<ForVisitor>).messages ?? []).some(({ text }) => text === words),
  );
  const answered = clock();
  const reply = fetch(`${appUrl}/app/tickets/${ticketId}/messages`, {
    method: "POST",
    headers,
    body: new URLSearchParams({ html: `<p>${words}</p>`, requestKey: randomUUID(), seen: "" }),
  });
  const back = (await come) - answered;
  if (!(await reply).ok) throw new Error(`the agent's answer was refused: ${(await reply).status}`);
  return { there, back };
}

async function openMany(open: (one: Chatting) => Promise<Events>, chats: Chatting[]): Promise<Events[]> {
  const streams: Events[] = [];
  for (let from = 0; from < chats.length; from += AT_A_TIME)
    streams.push(...(await Promise.all(chats.slice(from, from + AT_A_TIME).map(open))));
  return streams;
}

function tell(there: number[], back: number[], { grown, worked }: { grown: number; worked: number }): void {
  const both = there.map((ms, n) => ms + (back[n] ?? Infinity));
  const way = (name: string, took: number[]) =>
    `${name} p95 ${percentile(took, 0.95).toFixed(0)}, median ${median(took).toFixed(0)} ms`;
  print({
    figure: "chat.round-trip-p95-ms",
    value: percentile(both, 0.95),
    unit: "ms",
    n: both.length,
    note: `${CHATS} open chats; median ${median(both).toFixed(0)} ms; ${way("there", there)}; ${way("back", back)}; ${(worked / both.length).toFixed(0)} ms of processor each, jobs included`,
  });
  if (grown > 0)
    print({
      figure: "chat.idle-memory-kb",
      value: grown / CHATS,
      unit: "kB of the process",
      n: CHATS,
      note: "resident memory, idle chats with an open stream each",
    });
}

/** How long a process has kept a processor busy, in ms; 0 where the system does not tell. */
function processorOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return 0;
  }
}

/** Resident memory in kB; 0 where the system does not tell. */
function memoryOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
