// The contract all channels share. A new channel is a folder beside form/ and email/ and a line in registry.
import type { StoredFile } from "../files/file.ts";
import { NOBODY, type Recipients } from "../mail/person.ts";
import type { ChannelKind, MachineMail, Priority, SpamReason } from "../tickets/ticket.ts";

/** Somebody wrote to us: what every channel makes of its provider's payload. */
export interface IncomingMessage {
  workspaceId: string;
  storeId: string;
  channel: ChannelKind;
  /** the raw input it came from */
  receivedId: string;
  /** the provider's id of it; unique per workspace and channel */
  externalId: string;
  sender: Sender;
  subject: string;
  /** all of it */
  text: string;
  /** what they wrote now, without quotes and signature; null when that is all of text */
  trimmed: string | null;
  /** sanitized already, quoted history inside <div data-quoted>; null when there was only text */
  html: string | null;
  /** attachments whose bytes the storage driver has already */
  files: StoredFile[];
  /** tokens of what a shopper uploaded before sending, as far as it is still there */
  uploads: string[];
  /** what was answered to the questions of a merchant's own form */
  answers: { label: string; value: string }[];
  /** what the ticket this opens gets at once */
  route: { departmentId: string | null; labelId: string | null; priority: Priority | null } | null;
  /** who else it was sent to; nobody for forms */
  recipients: Recipients;
  /** the connected address it came in through, with its department */
  supportAddress: { id: string; departmentId: string | null } | null;
  topic: string | null;
  orderName: string | null;
  locale: string | null;
  /** the storefront's page it was sent from, a path; null for all but forms */
  page: string | null;
  /** what the sender's clock said */
  saidAt: Date | null;
  thread: ThreadHints;
  /** written by a machine (RFC 3834): stored, never acknowledged, reopens nothing; null for a person's */
  machine: MachineMail | null;
  /** a machine's report on a mail of ours: which mails it names, and why they came back; null for anything else */
  report: { ids: string[]; reason: string } | null;
  /** the provider saw that the sender's address may be used by who sent it (SPF or DKIM, aligned) */
  authenticated: boolean;
  /** taken for spam already; a blocked sender is noticed at intake */
  spam: SpamReason | null;
  /** a chat's: who said it, and whether that was left while nobody was there */
  visit?: { visitorId: string; offline: boolean };
}

export interface Sender {
  name: string;
  /** e-mail address, lower case; null when there was none to read */
  address: string | null;
  /** who really sent the mail, when address was read from Reply-To (a form's notification mail) */
  sentBy: string | null;
  /** the Shopify customer id that the app proxy's signature vouches for */
  shopifyCustomerId: string | null;
}

/** What a mail says of the conversation it belongs to. Empty for forms. */
export interface ThreadHints {
  /** this message's own Message-ID, normalised */
  messageId: string | null;
  /** In-Reply-To first, then References from the newest */
  answers: string[];
  /** the part after "+" of the reply address it was sent to */
  replyToken: string | null;
}

export const NO_THREAD: ThreadHints = { messageId: null, answers: [], replyToken: null };

/** An outbound message as a channel gets it. A note has another kind and cannot be passed here. */
export interface OutgoingMessage {
  kind: "outbound";
  workspaceId: string;
  id: string;
  ticketId: string;
  text: string;
  html: string | null;
  /** the agent's own words, where more is passed on below them */
  trimmed: string | null;
  /** passed on to somebody outside the conversation */
  forward: boolean;
  recipients: Recipients;
  authorId: string | null;
  createdAt: Date;
}

/** What a message from a channel without mail's riches leaves empty. */
export const PLAIN = {
  trimmed: null,
  html: null,
  files: [],
  uploads: [],
  answers: [],
  route: null,
  recipients: NOBODY,
  supportAddress: null,
  page: null,
  machine: null,
  report: null,
} satisfies Partial<IncomingMessage>;

export interface Channel {
  kind: ChannelKind;
  /** Hands the message over. Called again after a crash: the second call must not send twice. */
  send(message: OutgoingMessage): Promise<void>;
}
