// What stands below what in a conversation: days, runs of messages by one sender, and events between them. Pure.
import type { ThreadEvent, ThreadMessage } from "../../tickets/thread.server.ts";

export type ThreadItem =
  | { kind: "day"; key: string; at: string }
  | { kind: "run"; key: string; messages: [ThreadMessage, ...ThreadMessage[]] }
  | { kind: "event"; key: string; event: ThreadEvent };

const RUN = 20 * 60_000;

/** Merges messages and events by time. `dayOf` says which calendar day a moment is for the reader. */
export function threadItems(
  thread: { messages: ThreadMessage[]; events: ThreadEvent[]; earlier: boolean },
  dayOf: (at: string) => string,
): ThreadItem[] {
  const items: ThreadItem[] = [];
  let day = "";
  for (const entry of inOrder(thread)) {
    const at = entry.createdAt;
    if (dayOf(at) !== day) {
      day = dayOf(at);
      items.push({ kind: "day", key: `day ${day}`, at });
    }
    const last = items.at(-1);
    if ("type" in entry) items.push({ kind: "event", key: entry.id, event: entry });
    else if (last?.kind === "run" && continues(last.messages, entry)) last.messages.push(entry);
    else items.push({ kind: "run", key: entry.id, messages: [entry] });
  }
  return items;
}

/** Events from before the first message shown belong to messages that are not shown. */
function inOrder({
  messages,
  events,
  earlier,
}: Parameters<typeof threadItems>[0]): (ThreadMessage | ThreadEvent)[] {
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
    message.channel,
    message.authorName,
    message.fromName,
    message.fromAddress,
    message.senderProof,
  ].join("\n");
