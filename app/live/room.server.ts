// One workspace's open pages in this process. What happens within a few milliseconds is told as one: one query for the
// rows, one JSON, the same bytes to every page.
import { log } from "../lib/log.server.ts";
import type { LiveSignal, News, Present, Ready } from "./news.ts";
import { hearPresence, presentNow } from "./present.ts";

/** A page that listens. `begin` comes once and first, `hear` gets bytes of an event stream, `close` ends it. */
export interface Listener {
  begin(ready: Ready): void;
  hear(bytes: Buffer, signals: readonly LiveSignal[]): void;
  close(): void;
}

/** What rooms ask for. Handed in by whoever opens streams: live/ knows no tickets. */
export interface Sources {
  /** what lists show of these tickets; those that no list shows are left out */
  rows(workspaceId: string, ticketIds: string[]): Promise<{ id: string }[]>;
  /** who has a ticket before them now */
  present(workspaceId: string): Promise<Present[]>;
  /** whether the agent still has a role */
  mayListen(workspaceId: string, agentId: string): Promise<boolean>;
  /** a page has closed its stream */
  left(workspaceId: string, agentId: string, tab: string): Promise<void>;
  /** publishes that those who said nothing for long are gone */
  expire(): Promise<void>;
}

export interface Room {
  /** lets a page in, once nothing can be missed any more */
  enter(listener: Listener): Promise<void>;
  leave(listener: Listener): void;
  hear(signal: LiveSignal): void;
  /** ends all its streams */
  close(): void;
  /** nobody listens, and nobody is about to */
  isEmpty(): boolean;
  /** somebody has a ticket before them */
  isPeopled(): boolean;
}

/** Long enough that one commit's signals come together, too short to be noticed. */
const TOGETHER = 5;
/** What a page can take in: a bulk action over thousands is told as "much has changed". */
const MOST_TICKETS = 40;
const MOST_SIGNALS = 200;

/** An empty room. Who is present is read once, when signals come for certain (`connected`), and kept up by them. */
export function openRoom(workspaceId: string, sources: Sources, connected: Promise<unknown>): Room {
  const listeners = new Set<Listener>();
  let present = presentNow([]);
  let early: LiveSignal[] | null = [];
  let entering = 0;
  let heard: LiveSignal[] = [];
  let telling = false;

  const ready = connected
    .then(() => sources.present(workspaceId))
    .then((people) => {
      present = presentNow(people);
      for (const signal of early ?? []) hearPresence(present, signal);
      early = null;
    });

  async function tell(): Promise<void> {
    const signals = heard;
    heard = [];
    const bytes = Buffer.from(await newsOf(workspaceId, signals, sources, listeners.size));
    for (const listener of listeners) listener.hear(bytes, signals);
    if (heard.length) setTimeout(() => void tell(), TOGETHER);
    else telling = false;
  }

  return {
    async enter(listener) {
      entering++;
      try {
        await ready;
      } finally {
        entering--;
      }
      listeners.add(listener);
      listener.begin({ present: [...present.values()], listeners: listeners.size });
    },
    leave: (listener) => void listeners.delete(listener),
    hear(signal) {
      if (early) early.push(signal);
      else hearPresence(present, signal);
      heard.push(signal);
      if (telling) return;
      telling = true;
      setTimeout(() => void tell(), TOGETHER);
    },
    close() {
      for (const listener of listeners) listener.close();
    },
    isEmpty: () => !listeners.size && !entering,
    isPeopled: () => present.size > 0,
  };
}

/** One event of the stream. Never throws: what cannot be told is told as "read everything again". */
async function newsOf(
  workspaceId: string,
  signals: LiveSignal[],
  sources: Sources,
  listeners: number,
): Promise<string> {
  const tickets = [
    ...new Set(signals.flatMap(({ type, ticketId }) => (ticketId && type !== "presence" ? [ticketId] : []))),
  ];
  const tooMany = tickets.length > MOST_TICKETS || signals.length > MOST_SIGNALS;
  const rows = tooMany || !tickets.length ? [] : await sources.rows(workspaceId, tickets).catch(isLost);
  const many = tooMany || !rows;
  const known = new Set(rows?.map(({ id }) => id));
  const news: News = {
    signals: signals.slice(0, MOST_SIGNALS),
    rows: rows ?? [],
    gone: many ? [] : tickets.filter((id) => !known.has(id)),
    many,
    listeners,
  };
  return `event: news\ndata: ${JSON.stringify(news)}\n\n`;
}

function isLost(error: unknown): null {
  log.warn({ err: error }, "rows of live pages could not be read");
  return null;
}
