// One LISTEN connection per process, a room per workspace. PostgreSQL is the only thing web processes share.
import pg from "pg";
import { env } from "../env.server.ts";
import { log } from "../lib/log.server.ts";
import { once } from "../lib/once.server.ts";
import { FOR_VISITOR, type LiveSignal } from "./news.ts";
import { LIVE_CHANNEL } from "./publish.server.ts";
import { openRoom, type Listener, type Room, type Sources } from "./room.server.ts";

/** Somebody who hears all signals of all workspaces: whoever streams to others than agents. */
export interface Ear {
  hear(signal: LiveSignal): void;
  /** signals may have been lost, or come no more */
  lost(): void;
}

interface Hub {
  rooms: Map<string, Room>;
  ears: Set<Ear>;
  client: Promise<pg.Client> | null;
  /** the connection that listens now: an older one may end late */
  current: pg.Client | null;
  closed: boolean;
  expiring: NodeJS.Timeout | null;
}

/** How often those who fell silent are looked for: with how long silence may last, less than 15 s. */
const EXPIRE_EVERY = 2_000;
/** A database that does not answer is asked again when pages come back, not waited for. */
const CONNECT_WITHIN = 10_000;

const hub = (): Hub =>
  once("live-hub", () => ({
    rooms: new Map(),
    ears: new Set(),
    client: null,
    current: null,
    closed: false,
    expiring: null,
  }));

/** Listens to one workspace. The listener has begun when this resolves; returns how to stop. */
export async function listen(workspaceId: string, listener: Listener, sources: Sources): Promise<() => void> {
  const { rooms } = hub();
  const room = rooms.get(workspaceId) ?? openRoom(workspaceId, sources, connected(sources));
  rooms.set(workspaceId, room);
  const leave = () => {
    room.leave(listener);
    if (room.isEmpty() && rooms.get(workspaceId) === room) rooms.delete(workspaceId);
  };
  try {
    await room.enter(listener);
    // Whoever came in while the connection was lost has been told by nobody.
    if (rooms.get(workspaceId) !== room) throw new Error("the live connection was lost meanwhile");
  } catch (error) {
    leave();
    throw error;
  }
  return leave;
}

/** Ends all streams: at shutdown, so that pages go to another process at once. */
export async function closeHub(): Promise<void> {
  const { client, expiring } = hub();
  hub().closed = true;
  if (expiring) clearInterval(expiring);
  dropAll();
  await client?.then((connection) => connection.end()).catch(() => undefined);
}

/** Lets an ear hear, and resolves once it does; throws while there is no connection. The same one again changes nothing. */
export async function lendEar(ear: Ear): Promise<void> {
  hub().ears.add(ear);
  await connection();
}

async function connected(sources: Sources): Promise<void> {
  await connection();
  hub().expiring ??= setInterval(() => expire(sources), EXPIRE_EVERY).unref();
}

async function connection(): Promise<void> {
  const state = hub();
  if (state.closed) throw new Error("live updates are closed");
  state.client ??= connect().catch((error: unknown) => {
    state.client = null;
    throw error;
  });
  await state.client;
}

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: env.DATABASE_URL,
    connectionTimeoutMillis: CONNECT_WITHIN,
    keepAlive: true,
  });
  // A lost connection may have lost signals: every page starts afresh and reads what it missed.
  const lost = () => {
    if (hub().current !== client) return;
    hub().current = null;
    hub().client = null;
    log.warn("live connection lost");
    dropAll();
  };
  client.on("error", lost);
  client.on("end", lost);
  client.on("notification", ({ payload }) => tell(payload));
  await client.connect();
  await client.query(`LISTEN ${LIVE_CHANNEL}`);
  hub().current = client;
  return client;
}

function tell(payload: string | undefined): void {
  const signal = read(payload);
  if (!signal) return;
  for (const ear of hub().ears) ear.hear(signal);
  if (signal.type !== FOR_VISITOR) hub().rooms.get(signal.workspaceId)?.hear(signal);
}

/** Anybody with the database may notify on our channel; what is not ours is nobody's. */
function read(payload: string | undefined): LiveSignal | null {
  try {
    return JSON.parse(payload ?? "null") as LiveSignal | null;
  } catch {
    return null;
  }
}

function expire(sources: Sources): void {
  if (![...hub().rooms.values()].some((room) => room.isPeopled())) return;
  sources.expire().catch((error: unknown) => log.warn({ err: error }, "presence does not expire"));
}

function dropAll(): void {
  const { rooms, ears } = hub();
  for (const ear of ears) ear.lost();
  const dropped = [...rooms.values()];
  rooms.clear();
  for (const room of dropped) room.close();
}
