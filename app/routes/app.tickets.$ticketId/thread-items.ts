// What stands below what in a conversation: days, runs of messages by one sender, and events between them. Pure.
import type { ThreadEvent, ThreadMessage } from "../../tickets/thread.server.ts";

export type Messages = [ThreadMessage, ...ThreadMessage[]];

export type ThreadItem =
  | { kind: "day"; key: string; at: string }
  | { kind: "run"; key: string; messages: Messages }
  | { kind: "event"; key: string; event: ThreadEvent }
  /** several in a row, folded into one line */
  | { kind: "events"; key: string; events: ThreadEvent[] }
  /** here the new begins */
  | { kind: "new"; key: string };

const RUN = 20 * 60_000;
const FOLDED = 3;

interface Thread {
  messages: ThreadMessage[];
  events: ThreadEvent[];
  earlier: boolean;
  /** the message above which a line says "new" */
  newFrom?: string | null;
}

/** Merges messages and events by time. `dayOf` says which calendar day a moment is for the reader. */
export function threadItems(thread: Thread, dayOf: (at: string) => string): ThreadItem[] {
  const items: ThreadItem[] = [];
  let day = "";
  for (const entry of inOrder(thread)) {
    const at = entry.createdAt;
    if (dayOf(at) !== day) {
      day = dayOf(at);
      items.push({ kind: "day", key: `day ${day}`, at });
    }
    if ("type" in entry) addEvent(items, entry);
    else addMessage(items, entry, thread.newFrom === entry.id);
  }
  return items;
}

function addMessage(items: ThreadItem[], message: ThreadMessage, isNew: boolean): void {
  if (isNew) items.push({ kind: "new", key: "new" });
  const last = items.at(-1);
  if (last?.kind === "run" && continues(last.messages, message)) last.messages.push(message);
  else items.push({ kind: "run", key: message.id, messages: [message] });
}

function addEvent(items: ThreadItem[], event: ThreadEvent): void {
  const last = items.at(-1);
  if (UNFOLDED.has(event.type)) return void items.push({ kind: "event", key: event.id, event });
  if (last?.kind === "events") return void last.events.push(event);
  const row = [...trailingEvents(items), event];
  if (row.length < FOLDED) return void items.push({ kind: "event", key: event.id, event });
  items.splice(items.length - row.length + 1);
  items.push({ kind: "events", key: `events ${row[0]?.id ?? ""}`, events: row });
}

/** What can be undone there and then stays in sight, and so does what was done to an order, and how a chat ended. */
const UNFOLDED = new Set([
  "merged",
  "unmerged",
  "split",
  "order-action-asked",
  "order-action-declined",
  "order-action-done",
  "order-action-failed",
  "chat-ended",
  "chat-rated",
]);

/** The single events a list ends with. */
function trailingEvents(items: ThreadItem[]): ThreadEvent[] {
  const from = items.findLastIndex((item) => item.kind !== "event" || UNFOLDED.has(item.event.type)) + 1;
  return items.slice(from).flatMap((item) => (item.kind === "event" ? [item.event] : []));
}

/** Events from before the first message shown belong to messages that are not shown. */
function inOrder({ messages, events, earlier }: Thread): (ThreadMessage | ThreadEvent)[] {
  const first = messages[0]?.createdAt ?? "";
  const shown = earlier ? events.filter((event) => event.createdAt >= first) : events;
  // Events first: a ticket is opened in the same moment as its first message arrives.
  return [...shown, ...messages].sort((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
}

function continues(run: ThreadMessage[], next: ThreadMessage): boolean {
  const last = run.at(-1);
  return (
    last !== undefined &&
    senderOf(last) === senderOf(next) &&
    Date.parse(next.createdAt) - Date.parse(last.createdAt) < RUN
  );
}

const senderOf = (message: ThreadMessage): string =>
  [
    message.kind,
    message.forward,
    message.automatic,
    message.channel,
    message.authorName,
    message.fromName,
    message.fromAddress,
    message.senderProof,
  ].join("\n");
