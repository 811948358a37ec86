// A list as the server said it, with what happened since. Pure.
import type { ListedTicket } from "../../tickets/list.server.ts";
import type { TicketRow } from "../../tickets/row.server.ts";
import type { Verdict } from "../../tickets/row-matches.ts";

/** The latest word about a ticket: its row, null when no list shows it any more. */
export interface Word {
  row: TicketRow | null;
  /** the customer has written since anybody here can have read it */
  fresh: boolean;
  /** when it came, milliseconds */
  at: number;
}

export interface ListRules {
  matches: (row: TicketRow) => Verdict;
  /** negative when the first stands before the second */
  compare: (a: TicketRow, b: TicketRow) => number;
  /** the list goes on after its last row: what belongs further down is not ours to show */
  more: boolean;
}

/** The rows with every word taken in: changed in place, moved, added, removed. Rows without a word stay the same objects. */
export function patchRows(
  rows: ListedTicket[],
  words: ReadonlyMap<string, Word>,
  { matches, compare, more }: ListRules,
): ListedTicket[] {
  if (!words.size) return rows;
  const before = new Map(rows.map((row) => [row.id, row]));
  const changed: ListedTicket[] = [];
  // What only the server can judge stays where it was, and comes or goes when the server has said so.
  const inPlace = new Map<string, ListedTicket>();
  for (const [id, { row, fresh }] of words) {
    const known = before.get(id);
    const verdict = row ? matches(row) : false;
    if (!row || !verdict) continue;
    // A row that was pushed says nothing of one agent's own.
    const own = known
      ? { unread: known.unread || isNewer(row, known), draft: known.draft }
      : { unread: fresh, draft: false };
    const next = { ...row, ...own };
    if (verdict === true) changed.push(next);
    else if (known) inPlace.set(id, next);
  }
  const untouched = rows.flatMap((row) => (words.has(row.id) ? (inPlace.get(row.id) ?? []) : [row]));
  const last = rows.at(-1);
  const within = changed.filter((row) => !more || !last || compare(row, last) <= 0);
  return merge(untouched, within.sort(compare), compare);
}

/** Whether the customer has written since. */
const isNewer = (row: TicketRow, known: TicketRow): boolean =>
  row.lastInboundAt !== null && (known.lastInboundAt === null || row.lastInboundAt > known.lastInboundAt);

/** Two sorted lists as one. */
function merge<R>(one: R[], other: R[], compare: (a: R, b: R) => number): R[] {
  const merged: R[] = [];
  let next = 0;
  for (const row of one) {
    for (let added = other[next]; added && compare(added, row) < 0; added = other[++next]) merged.push(added);
    merged.push(row);
  }
  return [...merged, ...other.slice(next)];
}
