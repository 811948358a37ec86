// What an agent did stands on the page at once; the server's word replaces it when it comes. Pure.

interface Wish {
  value: unknown;
  /** what the server said when it was wished: as long as it says that, the wish holds */
  over: string;
  /** asked, not yet answered */
  pending: boolean;
  by: number;
}

export type Wishes<T> = Partial<Record<keyof T, Wish>>;

const key = (value: unknown): string => JSON.stringify(value);

/** Adds wishes for some fields. `by` tells one act from another. */
export function wished<T extends object>(
  wishes: Wishes<T>,
  known: T,
  part: Partial<T>,
  by: number,
): Wishes<T> {
  const next: Wishes<T> = { ...wishes };
  for (const field of Object.keys(part) as (keyof T)[])
    next[field] = { value: part[field], over: key(known[field]), pending: true, by };
  return next;
}

/** An act was answered: agreed, its wishes hold until the server says something new; refused, they are gone. */
export function settled<T extends object>(wishes: Wishes<T>, by: number, agreed: boolean): Wishes<T> {
  const next: Wishes<T> = {};
  for (const field of Object.keys(wishes) as (keyof T)[]) {
    const wish = wishes[field];
    if (!wish || (wish.by === by && !agreed)) continue;
    next[field] = wish.by === by ? { ...wish, pending: false } : wish;
  }
  return next;
}

/** What is shown: what the server said, with what is wished over it. */
export function shown<T extends object>(known: T, wishes: Wishes<T>): T {
  const result = { ...known };
  for (const field of Object.keys(wishes) as (keyof T)[]) {
    const wish = wishes[field];
    if (wish && (wish.pending || key(known[field]) === wish.over)) result[field] = wish.value as T[keyof T];
  }
  return result;
}
