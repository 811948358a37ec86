// Who else has which ticket before them, as the stream says it. Kept outside React: rows and tickets follow their own.
import { useSyncExternalStore } from "react";
import type { LiveSignal, Present, PresenceState } from "../../live/news.ts";

export interface Colleague {
  agentId: string;
  state: PresenceState;
}

const NOBODY: readonly Colleague[] = [];
const byTicket = new Map<string, readonly Colleague[]>();
const hearers = new Set<() => void>();

/** Takes a snapshot over: whoever is not in it is gone. */
export function hearPresent(present: readonly Present[]): void {
  byTicket.clear();
  for (const { ticketId, ...colleague } of present)
    byTicket.set(ticketId, [...(byTicket.get(ticketId) ?? []), colleague]);
  tell();
}

/** Takes a presence signal in. Whoever types comes first, then whoever came first. */
export function hearPresence({ type, ticketId, agentId, state }: LiveSignal): void {
  if (type !== "presence" || !ticketId || !agentId || !state) return;
  const others = (byTicket.get(ticketId) ?? NOBODY).filter((one) => one.agentId !== agentId);
  const now = state === "gone" ? others : [...others, { agentId, state }];
  if (now.length) byTicket.set(ticketId, now);
  else byTicket.delete(ticketId);
  tell();
}

/** Nothing is known of anybody: the stream is away. */
export const forgetPresence = (): void => hearPresent([]);

/** Everybody at a ticket, oneself included. The same array until it changes. */
export const presentAt = (ticketId: string): readonly Colleague[] => byTicket.get(ticketId) ?? NOBODY;

export const usePresentAt = (ticketId: string): readonly Colleague[] =>
  useSyncExternalStore(
    subscribe,
    () => presentAt(ticketId),
    () => NOBODY,
  );

function subscribe(hear: () => void): () => void {
  hearers.add(hear);
  return () => void hearers.delete(hear);
}

function tell(): void {
  for (const hear of hearers) hear();
}
