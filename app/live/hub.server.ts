// One LISTEN connection per process, many listeners. PostgreSQL is the only thing web processes share.
import pg from "pg";
import { env } from "../env.server.ts";
import { log } from "../lib/log.server.ts";
import { once } from "../lib/once.server.ts";
import { LIVE_CHANNEL, type LiveSignal } from "./publish.server.ts";

/** A page that listens: `hear` gets a signal, `close` ends it (connection lost, or shutting down). */
export interface Listener {
  hear(signal: LiveSignal): void;
  close(): void;
}

interface Hub {
  rooms: Map<string, Set<Listener>>;
  client: Promise<pg.Client> | null;
  /** the connection that listens now: an older one may end late */
  current: pg.Client | null;
  closed: boolean;
}

const hub = (): Hub =>
  once("live-hub", () => ({ rooms: new Map(), client: null, current: null, closed: false }));

/** Listens to one workspace. Resolves when signals can no longer be missed; returns how to stop. */
export async function listen(workspaceId: string, listener: Listener): Promise<() => void> {
  const { rooms } = hub();
  const room = rooms.get(workspaceId) ?? new Set();
  rooms.set(workspaceId, room.add(listener));
  const leave = () => {
    room.delete(listener);
    if (!room.size) rooms.delete(workspaceId);
  };
  try {
    await connected();
  } catch (error) {
    leave();
    throw error;
  }
  return leave;
}

/** Ends all streams: at shutdown, so that pages go to another process at once. */
export async function closeHub(): Promise<void> {
  const { client } = hub();
  hub().closed = true;
  dropAll();
  await client?.then((connection) => connection.end()).catch(() => undefined);
}

async function connected(): Promise<void> {
  const state = hub();
  if (state.closed) throw new Error("live updates are closed");
  state.client ??= connect().catch((error: unknown) => {
    state.client = null;
    throw error;
  });
  await state.client;
}

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: env.DATABASE_URL, keepAlive: true });
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
  if (signal) for (const listener of hub().rooms.get(signal.workspaceId) ?? []) listener.hear(signal);
}

/** Anybody with the database may notify on our channel; what is not ours is nobody's. */
function read(payload: string | undefined): LiveSignal | null {
  try {
    return JSON.parse(payload ?? "null") as LiveSignal | null;
  } catch {
    return null;
  }
}

function dropAll(): void {
  for (const room of hub().rooms.values()) for (const listener of room) listener.close();
}
