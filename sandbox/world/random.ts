// A small seeded generator, so that the pretend world is the same world on every run.

export interface Random {
  /** A number from 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(choices: readonly T[]): T;
  chance(share: number): boolean;
}

/** Returns a generator whose whole sequence follows from `seed` (mulberry32). */
export function seededRandom(seed: string): Random {
  let state = hashOf(seed);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return { next, between, pick: (choices) => pickAt(choices, next()), chance: (share) => next() < share };
}

/** A stable number for a text: the same text gives the same number on every run. */
export function hashOf(text: string): number {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  return hash >>> 0;
}

function pickAt<T>(choices: readonly T[], share: number): T {
  const chosen = choices[Math.floor(share * choices.length)];
  if (chosen === undefined) throw new Error("nothing to pick from");
  return chosen;
}
