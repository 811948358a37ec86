// Two stretches of a list become one. Pure.

interface Ordered {
  id: string;
  lastMessageAt: string;
}

/** The rows of both, each once, newest first; where both have one, the first page's is the fresher. */
export function joinRows<R extends Ordered>(first: R[], following: R[]): R[] {
  const known = new Set(first.map((row) => row.id));
  const oldest = first.at(-1);
  // A row that stood further down and is now newer than the first page's end has moved up or away.
  const rest = following.filter((row) => !known.has(row.id) && (!oldest || !isBefore(row, oldest)));
  return [...first, ...rest];
}

/** Newest first, and the higher id first where two are equally new: the order of the lists. */
const isBefore = (a: Ordered, b: Ordered): boolean =>
  a.lastMessageAt === b.lastMessageAt ? a.id > b.id : a.lastMessageAt > b.lastMessageAt;
