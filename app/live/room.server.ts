// One workspace's open pages in this process. What happens within a few milliseconds is told as one (telling.server.ts).
import type { LiveSignal, Present, Ready } from "./news.ts";
import type { EverybodysNumbers } from "./numbers.ts";
import { hearPresence, presentNow } from "./present.ts";
import { tellingOf } from "./telling.server.ts";

/** A page that listens. `begin` comes once and first, `hear` gets bytes of an event stream, `close` ends it. */
export interface Listener {
  agentId: string;
  begin(ready: Ready): void;
  hear(bytes: Buffer, signals: readonly LiveSignal[]): void;
  close(): void;
}

/** What rooms ask for. Handed in by whoever opens streams: live/ knows no tickets. */
export interface Sources {
  /** what lists show of these tickets; those that no list shows are left out */
  rows(workspaceId: string, ticketIds: string[]): Promise<{ id: string }[]>;
  /** everybody's numbers; of these agents also those that are read only when a signal names them */
  numbers(workspaceId: string, agentIds: string[]): Promise<EverybodysNumbers>;
  /** who has a ticket before them now */
  present(workspaceId: string): Promise<Present[]>;
  /** whether the agent still has a role */
  mayListen(workspaceId: string, agentId: string): Promise<boolean>;
  /** a page of theirs is open: said when it begins, and every few seconds */
  here(workspaceId: string, agentId: string): void;
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

/**
 * An empty room. Who is present, and the numbers, are read once, when signals come for certain (`connected`), and kept
 * up by them.
 */
export function openRoom(workspaceId: string, sources: Sources, connected: Promise<unknown>): Room {
  const listeners = new Set<Listener>();
  let present = presentNow([]);
  /** the numbers as every page here knows them, or will have read them */
  const told: EverybodysNumbers = { asOf: 0, shared: {}, own: {} };
  let early: LiveSignal[] | null = [];
  let entering = 0;
  let heard: LiveSignal[] = [];
  let telling = false;

  const ready = connected
    .then(() => Promise.all([sources.present(workspaceId), sources.numbers(workspaceId, [])]))
    .then(([people, numbers]) => {
      present = presentNow(people);
      Object.assign(told, numbers);
      for (const signal of early ?? []) hearPresence(present, signal);
      early = null;
    });

  async function tell(): Promise<void> {
    const signals = heard;
    heard = [];
    const bytesFor = await tellingOf(workspaceId, { signals, told, pages: listeners.size }, sources);
    for (const listener of listeners) {
      const bytes = bytesFor(listener.agentId);
      if (bytes) listener.hear(bytes, signals);
    }
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
      // Nobody is in yet: whoever comes in reads everything.
      if (early) return void early.push(signal);
      hearPresence(present, signal);
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
