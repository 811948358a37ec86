// What a ticket is: its statuses, its channels and what each can do, and the rules that need no database.
export const STATUSES = ["open", "snoozed", "closed"] as const;
export type Status = (typeof STATUSES)[number];

export const PRIORITIES = ["low", "normal", "high", "urgent"] as const;
export type Priority = (typeof PRIORITIES)[number];

export type WaitingOn = "us" | "customer";
export type ChannelKind = "form" | "email" | "chat" | "sms";
/** What kind of machine wrote a message (RFC 3834, RFC 3464, RFC 8098, RFC 2919); own = a copy of our own mail. */
export const MACHINE_MAIL = ["auto-reply", "bounce", "delay", "receipt", "list", "own"] as const;
export type MachineMail = (typeof MACHINE_MAIL)[number];

/** Why something went to the spam queue by itself: how a form was filled in, its sender, its words. */
export type SpamReason = "robot" | "blocked" | "filter";

export type MessageKind = "inbound" | "outbound" | "note";

/** What the channels allow. */
export const CHANNELS: Record<
  ChannelKind,
  { answersBy: ChannelKind; reopens: boolean; agentsMayStart: boolean }
> = {
  form: { answersBy: "email", reopens: true, agentsMayStart: false },
  email: { answersBy: "email", reopens: true, agentsMayStart: true },
  // While it is going on it is answered where it is held (tickets/chat/say.server.ts).
  chat: { answersBy: "email", reopens: false, agentsMayStart: false },
  sms: { answersBy: "sms", reopens: true, agentsMayStart: false },
};

/** Which ticket, of whom: what every verb takes. Made by findTicket, never from a bare id. */
export interface TicketRef {
  workspaceId: string;
  id: string;
}

/** The state a message from the customer leaves a ticket in: theirs is the last word, so it waits on us. */
export function afterInbound(ticket: { status: Status; archived: boolean }): {
  status: Status;
  reopened: boolean;
  woken: boolean;
  restored: boolean;
} {
  return {
    status: "open",
    reopened: ticket.status === "closed",
    woken: ticket.status === "snoozed",
    restored: ticket.archived,
  };
}

/** "SA-" and 1042 give "SA-1042", the number customers see. */
export const showNumber = (prefix: string, number: number): string => `${prefix}${number}`;

const MOST_NUMBERS = 5;

/** The ticket numbers a subject names in brackets, as our own subjects do: "Re: Hej [SA-1042]" gives 1042. */
export function numbersIn(subject: string, prefix: string): number[] {
  const named = Array.from(subject.matchAll(/\[([^[\]]{1,40})\]/g), ([, inside]) => inside ?? "");
  const numbers = named
    .filter((inside) => inside.toLowerCase().startsWith(prefix.toLowerCase()))
    .map((inside) => inside.slice(prefix.length))
    .filter((digits) => /^[1-9]\d{0,8}$/.test(digits));
  return [...new Set(numbers.map(Number))].slice(0, MOST_NUMBERS);
}

const PREVIEW_LENGTH = 140;

/** One line of a message for lists. */
export function previewOf(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const letters = Array.from(line);
  return letters.length <= PREVIEW_LENGTH ? line : `${letters.slice(0, PREVIEW_LENGTH - 1).join("")}…`;
}
