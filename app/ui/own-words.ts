// What this tab itself knows of tickets before lists ask: where it has begun to write, or sent or thrown away what was
// begun, and what has been read in it.
import { now } from "../lib/clock.ts";
import { makeStore } from "./store.ts";

interface Said {
  draft?: boolean;
  unread?: boolean;
}

export type OwnWords = ReadonlyMap<string, Said & { at: number }>;

export const NO_OWN_WORDS: OwnWords = new Map();
export const ownWords = makeStore(NO_OWN_WORDS);

/** Notes what has become of a ticket here. Costs nothing while that stays so. */
export function noteOwn(ticketId: string, said: Said): void {
  const known = ownWords.read().get(ticketId);
  if ((["draft", "unread"] as const).every((what) => !(what in said) || said[what] === known?.[what])) return;
  ownWords.change((all) => new Map(all).set(ticketId, { ...known, ...said, at: now().getTime() }));
}

/** The rows as this tab knows them. Those it knows nothing else of stay the same objects. */
export const withOwnWords = <R extends { id: string; draft: boolean; unread: boolean }>(
  rows: R[],
  known: OwnWords,
): R[] =>
  known.size
    ? rows.map((row) => {
        const { draft = row.draft, unread = row.unread } = known.get(row.id) ?? {};
        return draft === row.draft && unread === row.unread ? row : { ...row, draft, unread };
      })
    : rows;

/** These tickets were read from the server: what was noted before that moment is in what it said. */
export function forgetOwnWords(ticketIds: Iterable<string>, before: number): void {
  const known = ownWords.read();
  const old = [...ticketIds].filter((id) => (known.get(id)?.at ?? before) < before);
  if (old.length) ownWords.change((all) => new Map([...all].filter(([id]) => !old.includes(id))));
}

/** More has come in on these tickets: what was read here is not all any more. */
export function forgetRead(ticketIds: Iterable<string>): void {
  for (const id of ticketIds) {
    const said = ownWords.read().get(id);
    if (said?.unread === false)
      ownWords.change((all) => {
        const { unread: _unread, ...rest } = said;
        return new Map(all).set(id, rest);
      });
  }
}
