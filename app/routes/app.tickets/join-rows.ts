// Two stretches of a list become one. Pure.
import { compareRows, type Order, type Ordered } from "../../tickets/order.ts";

/** The rows of both, each once, in the list's order; where both have one, the first stretch's is the fresher. */
export function joinRows<R extends Ordered>(first: R[], following: R[], order: Order): R[] {
  const known = new Set(first.map((row) => row.id));
  const last = first.at(-1);
  // A row that stood further down and now belongs above the first stretch's end has moved up or away.
  const rest = following.filter((row) => !known.has(row.id) && (!last || compareRows(order, row, last) > 0));
  return [...first, ...rest];
}
