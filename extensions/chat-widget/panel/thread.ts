// The conversation as the server tells it. Pure.
import type { MessageView } from "../../../app/channels/chat/protocol.ts";

/** Known and new together: each once, in the server's order. */
export function merge(known: MessageView[], news: MessageView[]): MessageView[] {
  const byId = new Map(known.map((message) => [message.id, message]));
  for (const message of news) byId.set(message.id, message);
  return [...byId.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** What came from the other side after the last message the visitor has seen. */
export function unreadOf(messages: MessageView[], seen: string | undefined): MessageView[] {
  const index = messages.findIndex(({ id }) => id === seen);
  return messages.slice(index + 1).filter(({ from }) => from !== "visitor");
}
