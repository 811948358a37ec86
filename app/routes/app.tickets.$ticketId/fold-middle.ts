// The middle of a long conversation, folded: what it began with and what was said last is what people read. Pure.
import type { ThreadMessage } from "../../tickets/thread.server.ts";
import type { ThreadItem } from "./thread-items.ts";

/** So many of the latest messages stand open. */
const LATEST = 8;
/** Fewer than these are not worth a fold. */
const WORTH_FOLDING = 4;

export interface Folded {
  above: ThreadItem[];
  /** null: nothing is folded */
  fold: { messages: number } | null;
  below: ThreadItem[];
}

/**
 * When the part that stands open begins, decided once as a ticket is opened: the latest messages, and everything
 * unread with the message before it. Null for a thread too short to fold.
 */
export function openFrom(messages: ThreadMessage[], unreadId: string | null): string | null {
  const unread = messages.findIndex(({ id }) => id === unreadId);
  const latest = messages.length - LATEST;
  const from = unread < 0 ? latest : Math.min(latest, unread - 1);
  return from > WORTH_FOLDING ? (messages[from]?.createdAt ?? null) : null;
}

/** Folds what lies between the conversation's first messages and `from`. */
export function foldMiddle(items: ThreadItem[], from: string | null, earlier: boolean): Folded {
  const nothing = { above: [], fold: null, below: items };
  if (from === null) return nothing;
  const first = earlier ? -1 : items.findIndex(({ kind }) => kind === "run");
  const opens = items.findIndex(
    (item) => item.kind === "run" && (item.messages.at(-1)?.createdAt ?? "") >= from,
  );
  const tail = opens < 0 ? -1 : startOf(items, opens);
  if (tail <= first + 1) return nothing;
  const middle = items.slice(first + 1, tail);
  const messages = middle.reduce((sum, item) => sum + (item.kind === "run" ? item.messages.length : 0), 0);
  if (messages < WORTH_FOLDING) return nothing;
  return { above: items.slice(0, first + 1), fold: { messages }, below: items.slice(tail) };
}

/** The day and the line "new" above a run belong to it. */
function startOf(items: ThreadItem[], index: number): number {
  let start = index;
  while (items[start - 1]?.kind === "day" || items[start - 1]?.kind === "new") start--;
  return start;
}
