// A thread that is read again while its older pages are on the screen. Pure.
import type { ThreadEvent, ThreadPart } from "../../tickets/thread.server.ts";

/**
 * The newest page, as it is now, below what was on the screen and is older. What was on the screen goes when it may
 * have changed hands (a merge, a split) or when too much has come for the two to meet. What has not changed stays the
 * same object, so that nothing of it is drawn again.
 */
export function joinThread(known: ThreadPart, fresh: ThreadPart): ThreadPart {
  const [first] = fresh.messages;
  const messages = keepEqual(known.messages, fresh.messages);
  const events = keepEqual(known.events, fresh.events);
  const meets = first && known.messages.some(({ id }) => id === first.id);
  if (!meets || !fresh.earlier || hasMoved(known.events, fresh.events)) return { ...fresh, messages, events };
  const older = known.messages.slice(
    0,
    known.messages.findIndex(({ id }) => id === first.id),
  );
  if (!older.length) return { ...fresh, messages, events };
  return {
    messages: [...older, ...messages],
    events: [...known.events.filter(({ createdAt }) => createdAt < first.createdAt), ...events],
    earlier: known.earlier,
  };
}

/** A page of older messages above what is known. */
export const above = (older: ThreadPart, known: ThreadPart): ThreadPart => ({
  messages: [...without(older.messages, known.messages), ...known.messages],
  events: [...without(older.events, known.events), ...known.events],
  earlier: older.earlier,
});

/** Without the notes that were deleted while their older page stayed on the screen, and not brought back. */
export function withoutDeleted(part: ThreadPart): ThreadPart {
  const gone = new Set<unknown>();
  for (const { type, data } of part.events) {
    if (type === "note-deleted") gone.add(data.messageId);
    if (type === "note-restored") gone.delete(data.messageId);
  }
  return gone.size ? { ...part, messages: part.messages.filter(({ id }) => !gone.has(id)) } : part;
}

const MOVES = ["merged", "unmerged", "split", "unsplit"];

function hasMoved(known: ThreadEvent[], fresh: ThreadEvent[]): boolean {
  return without(fresh, known).some(({ type }) => MOVES.includes(type));
}

function without<T extends { id: string }>(these: T[], those: T[]): T[] {
  const ids = new Set(those.map(({ id }) => id));
  return these.filter(({ id }) => !ids.has(id));
}

function keepEqual<T extends { id: string }>(known: T[], fresh: T[]): T[] {
  const byId = new Map(known.map((one) => [one.id, one]));
  return fresh.map((one) => {
    const before = byId.get(one.id);
    return before && isEqual(before, one) ? before : one;
  });
}

function isEqual(a: object, b: object): boolean {
  const before = new Map(Object.entries(a));
  return Object.entries(b).every(([key, value]: [string, unknown]) => {
    const was = before.get(key);
    return was === value || (typeof value === "object" && JSON.stringify(was) === JSON.stringify(value));
  });
}
