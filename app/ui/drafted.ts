// On which tickets this tab has begun to write, or sent or thrown away what was begun: lists know it before they ask.
import { now } from "../lib/clock.ts";
import { makeStore } from "./store.ts";

export type Drafted = ReadonlyMap<string, { draft: boolean; at: number }>;

export const NOTHING_DRAFTED: Drafted = new Map();
export const drafted = makeStore(NOTHING_DRAFTED);

/** Says whether anything unsent stands on a ticket here. Costs nothing while that stays so. */
export function noteDrafted(ticketId: string, draft: boolean): void {
  if (drafted.read().get(ticketId)?.draft === draft) return;
  drafted.change((known) => new Map(known).set(ticketId, { draft, at: now().getTime() }));
}

/** The rows as this tab knows them. Those it knows nothing else of stay the same objects. */
export const withDrafted = <R extends { id: string; draft: boolean }>(rows: R[], known: Drafted): R[] =>
  known.size
    ? rows.map((row) => {
        const draft = known.get(row.id)?.draft ?? row.draft;
        return draft === row.draft ? row : { ...row, draft };
      })
    : rows;

/** These tickets were read from the server: what was noted before that moment is in what it said. */
export function forgetDrafted(ticketIds: Iterable<string>, before: number): void {
  const known = drafted.read();
  const old = [...ticketIds].filter((id) => (known.get(id)?.at ?? before) < before);
  if (old.length) drafted.change((all) => new Map([...all].filter(([id]) => !old.includes(id))));
}
