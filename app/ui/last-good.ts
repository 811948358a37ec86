// What the server said last stays: a page that was shown goes on being shown when refreshing it fails, and one that
// was shown or fetched ahead is there at once. Nothing that was asked for earlier replaces what was asked for later.

import { sharing } from "./sharing.ts";

const LIMIT = 100;

interface Kept {
  data: unknown;
  /** when it was asked for, in turns */
  turn: number;
}

const kept = new Map<string, Kept>();
const listeners = new Set<() => void>();
const forgetting = new Set<() => void>();
let turns = 0;
/** nothing asked for up to this turn is kept any more */
let forgottenUpTo = 0;

/** Calls `listener` each time something old is shown because the new could not be had. Returns how to stop. */
export function onOldShown(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The answer of a loader, or the last one for the same address when the server cannot be reached or breaks. */
export function orLastGood<T>(route: string, request: Request, load: () => Promise<T>): Promise<T> {
  const { pathname, search } = new URL(request.url);
  return askOrLastGood(`${route} ${pathname}${search}`, request.signal, load);
}

/** The same under a name of its own. */
export async function askOrLastGood<T>(
  name: string,
  signal: AbortSignal,
  load: () => Promise<T>,
): Promise<T> {
  try {
    return await ask(name, load);
  } catch (error) {
    // An answer such as 403 or a redirect is meant; an aborted request is not ours to answer.
    if (error instanceof Response && error.status < 500) throw error;
    const last = kept.get(name);
    if (signal.aborted || !last) throw error;
    for (const tell of listeners) tell();
    return last.data as T;
  }
}

/** Asks and keeps the answer. Returns the newest there is by then. */
export async function ask<T>(name: string, load: () => Promise<T>): Promise<T> {
  const turn = ++turns;
  try {
    return keep(name, await load(), turn);
  } catch (error) {
    if (error instanceof Response) noteRefusal(name, error.status);
    throw error;
  }
}

/** What is known under this name, from earlier. */
export const lastKnown = <T>(name: string): T | null => (kept.get(name)?.data as T | undefined) ?? null;

/** Whoever has lost their access has nothing of it left in their browser. */
export function forgetEverything(): void {
  forgottenUpTo = turns;
  kept.clear();
  for (const forget of forgetting) forget();
}

/** For what else is kept of customers: cleared together with the pages. */
export const whenForgotten = (forget: () => void): void => void forgetting.add(forget);

function keep<T>(name: string, data: T, turn: number): T {
  const known = kept.get(name);
  if (known && known.turn > turn) return known.data as T;
  if (turn <= forgottenUpTo) return data;
  const shared = known ? sharing(known.data, data) : data;
  kept.delete(name);
  kept.set(name, { data: shared, turn });
  const [oldest] = kept.keys();
  if (kept.size > LIMIT && oldest !== undefined) kept.delete(oldest);
  return shared;
}

function noteRefusal(name: string, status: number): void {
  if (status === 401 || status === 403) forgetEverything();
  else if (status === 404 || status === 410) kept.delete(name);
}
