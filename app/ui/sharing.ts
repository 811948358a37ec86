// What was asked for again is often what it was before. Pure.

/** `after`, a piece of JSON, with every part that is as it was in `before` being that very part: it is not drawn again. */
export function sharing<T>(before: unknown, after: T): T {
  if (Object.is(before, after) || !isPlain(before) || !isPlain(after)) return after;
  if (Array.isArray(before) !== Array.isArray(after)) return after;
  const [old, next] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const keys = Object.keys(next);
  const shared = Object.fromEntries(keys.map((key) => [key, sharing(old[key], next[key])]));
  const same =
    keys.length === Object.keys(old).length && keys.every((key) => Object.is(shared[key], old[key]));
  if (same && keys.every((key) => key in old)) return before as T;
  return (Array.isArray(after) ? keys.map((key) => shared[key]) : shared) as T;
}

const isPlain = (value: unknown): value is object => typeof value === "object" && value !== null;
