// How often somebody may do something, per process: a guard against runaway pages, not a quota. Pure but for its memory.
import { now } from "./clock.ts";

export interface Rate {
  calls: number;
  /** milliseconds */
  within: number;
}

const MOST_KEYS = 20_000;
const counted = new Map<string, { calls: number; until: number }>();

/** Counts a call; false when there were too many. */
export function mayPass(key: string, { calls, within }: Rate): boolean {
  const at = now().getTime();
  const known = counted.get(key);
  if (known && known.until > at) return ++known.calls <= calls;
  // The oldest first: what is forgotten early was let through, not refused.
  counted.delete(key);
  counted.set(key, { calls: 1, until: at + within });
  const [oldest] = counted.keys();
  if (counted.size > MOST_KEYS && oldest !== undefined) counted.delete(oldest);
  return true;
}
