// Which tickets stand before and after the open one. Pure.

export interface Neighbours {
  previous: string | null;
  next: string | null;
}

/**
 * A ticket's neighbours in the list. One that has left it (closed, snoozed, answered) keeps those it had, as far as
 * they are still there; and when they are gone too, there is the top of the list.
 */
export function neighboursIn(ids: readonly string[], ticketId: string, before: Neighbours): Neighbours {
  const index = ids.indexOf(ticketId);
  if (index >= 0) return { previous: ids[index - 1] ?? null, next: ids[index + 1] ?? null };
  const still = (id: string | null) => (id !== null && ids.includes(id) ? id : null);
  const [previous, next] = [still(before.previous), still(before.next)];
  return previous === null && next === null ? { previous, next: ids[0] ?? null } : { previous, next };
}
