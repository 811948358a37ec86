// When many pages hear the same thing, they must not all ask the server in the same moment. Pure.

/** A page's share of the server: so many milliseconds for each page that listens with it. */
const EACH = 20;
const SHORTEST = 50;
const LONGEST = 30_000;

/** Within how many milliseconds this page should ask: alone at once, with a thousand listeners in twenty seconds. */
export const turnOf = (listeners: number): number => Math.min(LONGEST, Math.max(SHORTEST, listeners * EACH));

/** The same for the numbers of personal views, which take longer to count than rows to read. */
export const turnOfCounts = (listeners: number): number => 2 * turnOf(listeners);

/** When exactly: in the second half, so that nobody asks more often than the turns allow. */
export const inTurn = (within: number, chance: number): number => within * (0.5 + chance / 2);

export type Scope = "app" | "list" | "ticket" | "page";
export type Asked = Scope | "all";

/** What is to be asked for, and when at the earliest. */
export type Due = Map<Asked, number>;

/**
 * Notes that something has to be asked for: now, or in its turn when it may wait `within` so many milliseconds. What
 * has its turn already keeps it, however often it is asked for meanwhile.
 */
export function ask(due: Due, what: Asked, now: number, within: number, chance: number): void {
  if (!within) due.set(what, now);
  else if (!due.has(what)) due.set(what, now + inTurn(within, chance));
}

/** Takes out what is due by now. */
export function takeDue(due: Due, now: number): Asked[] {
  const ready = [...due].filter(([, at]) => at <= now).map(([what]) => what);
  // Everything is everything: what would have been asked for later is among it.
  if (ready.includes("all")) due.clear();
  for (const what of ready) due.delete(what);
  return ready;
}

/**
 * What the refresh that begins now is about: what is due, and what the one before was about that is not known to be
 * over. Beginning a refresh breaks off the one before, and what that had asked for would never come.
 */
export function takeUp(underway: Set<Asked>, due: Due, now: number): Asked[] {
  for (const what of takeDue(due, now)) underway.add(what);
  return [...underway];
}

export const nextDue = (due: Due): number => Math.min(...due.values());
