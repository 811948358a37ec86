// Puts a conversation on the calendar: every "3d 14:05" becomes an instant, seen from `now`.
import { workdayAfter, workdaysBefore } from "../../sandbox/world/local-time.ts";
import type { At, Conversation, Delivery } from "./conversation.ts";

export interface DatedMessage {
  from: "customer" | "agent" | "note";
  /** how it travelled: the form for a form's first message, e-mail after that */
  channel: "form" | "email";
  at: Date;
  text: string;
  /** staff e-mail; null for the customer */
  author: string | null;
  /** null unless it is an agent's answer */
  delivery: Delivery | null;
  deliveryError: string | null;
}

export interface DatedConversation extends Omit<Conversation, "messages" | "wakesInDays"> {
  createdAt: Date;
  lastMessageAt: Date;
  messages: DatedMessage[];
  /** set exactly when the state asks for it: snoozed, closed (and archived, which was closed first), archived */
  snoozedUntil: Date | null;
  closedAt: Date | null;
  archivedAt: Date | null;
}

/** The conversation with real times, as it would have happened up to `now`, where the shop is. */
export function dateConversation(conversation: Conversation, now: Date, timeZone: string): DatedConversation {
  const { messages, wakesInDays, ...rest } = conversation;
  const dated = messages.map((message, position): DatedMessage => ({
    from: message.from,
    channel: position === 0 ? conversation.channel : "email",
    at: instantOf(message.at, now, timeZone),
    text: message.text,
    author: message.from === "customer" ? null : message.author,
    delivery: message.from === "agent" ? message.delivery : null,
    deliveryError: message.from === "agent" ? message.deliveryError : null,
  }));
  const first = dated[0];
  const last = dated.at(-1);
  if (!first || !last) throw new Error(`a conversation without messages: ${conversation.subject}`);
  const isOver = rest.state === "closed" || rest.state === "archived";
  return {
    ...rest,
    createdAt: first.at,
    lastMessageAt: last.at,
    messages: dated,
    snoozedUntil: rest.state === "snoozed" ? workdayAfter(now, wakesInDays ?? 3, "09:00", timeZone) : null,
    closedAt: isOver ? soonAfter(last.at, 35, now) : null,
    archivedAt: rest.state === "archived" ? soonAfter(last.at, 24 * 60, now) : null,
  };
}

/** The instant an `At` stands for. */
export function instantOf(at: At, now: Date, timeZone: string): Date {
  if (typeof at === "number") return new Date(now.getTime() - at * 60_000);
  const [days = "", clock = ""] = at.split("d ");
  return workdaysBefore(now, Number(days), clock, timeZone);
}

function soonAfter(instant: Date, minutes: number, now: Date): Date {
  return new Date(Math.min(instant.getTime() + minutes * 60_000, now.getTime() - 60_000));
}
