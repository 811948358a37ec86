// A ticket as the agent reads it: head, latest messages, events between them.
import type { Identity } from "../customers/customer.ts";
import type { IdentityDetail, IdentityReason } from "../customers/identity.ts";
import { db } from "../db.server.ts";
import type { ShownFile } from "../files/file.ts";
import type { Delivery } from "../mail/delivery-state.ts";
import type { Recipients } from "../mail/person.ts";
import type { Milestone, OrderState } from "../orders/milestone.ts";
import type { Wish } from "../orders/wish.ts";
import { readAnswer, type Answer } from "./answer.server.ts";
import type { Card } from "./chat/card.ts";
import type { ShownChat } from "./chat/shown-chat.ts";
import type { KeptDraft } from "./drafts/draft.ts";
import { readDrafts } from "./drafts/kept.server.ts";
import type { LabelColor } from "./label.ts";
import { readMessages, type MessagePage } from "./message-page.server.ts";
import { readEvents } from "./thread-events.server.ts";
import { readHead } from "./ticket-head.server.ts";
import type {
  ChannelKind,
  MachineMail,
  MessageKind,
  Priority,
  Status,
  TicketRef,
  WaitingOn,
} from "./ticket.ts";
import type { Cursor } from "./view.ts";

/** What stands above and beside the thread. */
export interface TicketHead {
  id: string;
  number: string;
  subject: string;
  status: Status;
  /** whose turn it is: an answered ticket waits on the customer and is not in the inbox */
  waitingOn: WaitingOn;
  priority: Priority;
  channel: ChannelKind;
  identity: Identity;
  identityReason: IdentityReason | null;
  identityDetail: IdentityDetail;
  spam: boolean;
  topic: string | null;
  orderName: string | null;
  /** gid of the order Shopify confirmed it is about, and whose */
  shopifyOrderId: string | null;
  /** the order Shopify confirmed, as the mirror has it: what may be waited for */
  shopOrder: (OrderState & { name: string }) | null;
  createdAt: string;
  /** ISO 8601 */
  snoozedUntil: string | null;
  /** what of its order wakes it before then */
  snoozedFor: Milestone | null;
  /** an order that has not left, what they want changed about it, and when it was placed */
  riskWish: Wish | null;
  riskOrderName: string | null;
  riskSince: string | null;
  archivedAt: string | null;
  /** when this agent last had it before their eyes; null: never */
  readAt: string | null;
  /** the support address it came in through; null: a form, or the address Shopify's store was given by us */
  cameInAt: string | null;
  store: { id: string; name: string; shopDomain: string };
  assignee: { id: string; name: string } | null;
  department: { id: string; name: string } | null;
  labels: { id: string; name: string; color: LabelColor }[];
  /** others: more addresses they write from, a few of them */
  customer: { id: string; name: string; email: string | null; others?: string[] | null } | null;
  lastMessageId: string | null;
  /** the newest merge into it */
  mergeId: string | null;
  /** null: nobody chatted here */
  chat: ShownChat | null;
}

/** Messages and what happened between them, oldest first. */
export interface ThreadPart {
  messages: ThreadMessage[];
  events: ThreadEvent[];
  /** there are older messages */
  earlier: boolean;
}

export interface TicketPage extends TicketHead, ThreadPart {
  /** what a new reply would be addressed to and end with */
  answer: Answer;
  /** what this agent has begun to write here and not sent */
  drafts: KeptDraft[];
}

export interface ThreadMessage {
  id: string;
  kind: MessageKind;
  channel: ChannelKind;
  fromName: string | null;
  fromAddress: string | null;
  senderProof: "verified" | "claimed" | "unverified" | null;
  /** an agent has let its sender into the conversation */
  letIn: boolean;
  /** who really sent it, when fromAddress was read from Reply-To */
  sentByAddress: string | null;
  recipients: Recipients;
  machine: MachineMail | null;
  authorId: string | null;
  authorName: string | null;
  /** passed on to somebody outside the conversation */
  forward: boolean;
  /** nobody of us wrote it */
  automatic: boolean;
  /** products and orders shown with it */
  cards: Card[];
  text: string;
  /** what they wrote now; null when that is all of text */
  trimmed: string | null;
  /** sanitized, for the mail frame only; quoted history inside <div data-quoted> */
  html: string | null;
  /** there is HTML, left out of this page because of its size */
  htmlLater?: true;
  files: ShownFile[];
  /** to the questions of a store's own contact form */
  answers: { label: string; value: string }[];
  /** a note that is an answer from an agent's mailbox, not proven to be theirs */
  relay: "waiting" | "sent" | "dismissed" | null;
  relayReason: string | null;
  /** ISO 8601; a reply that can be taken back until then */
  holdUntil: string | null;
  openedAt: string | null;
  delivery: Delivery | null;
  deliveryError: string | null;
  createdAt: string;
}

export interface ThreadEvent {
  id: string;
  type: string;
  actorKind: string;
  actorName: string | null;
  data: Record<string, unknown>;
  createdAt: string;
}

/** Everything this agent's ticket page shows without asking Shopify: five questions. Throws not-found. */
export async function readTicket(
  workspace: { id: string; ticketPrefix: string },
  ref: TicketRef,
  agent: { id: string },
): Promise<TicketPage> {
  const [head, answer, drafts, thread, events] = await Promise.all([
    readHead(workspace, ref, agent),
    readAnswer(db, ref, agent),
    readDrafts(db, ref, agent),
    readMessages(ref, null),
    readEvents(ref, null),
  ]);
  return { ...head, answer, drafts, ...thread, events: between(events, thread) };
}

/** The page of messages before one, with what happened among them. */
export async function readEarlier(ref: TicketRef, before: Cursor): Promise<ThreadPart> {
  const [thread, events] = await Promise.all([readMessages(ref, before), readEvents(ref, before.at)]);
  return { ...thread, events: between(events, thread) };
}

/** A ticket's thread with its older pages, up to about so many messages. */
export async function readAll(ref: TicketRef, newest: ThreadPart, most: number): Promise<ThreadPart> {
  let { messages, events, earlier } = newest;
  while (earlier && messages.length < most) {
    const [first] = messages;
    if (!first) break;
    const older = await readEarlier(ref, { at: new Date(first.createdAt), id: first.id });
    messages = [...older.messages, ...messages];
    events = [...older.events, ...events];
    earlier = older.earlier;
  }
  return { messages, events, earlier };
}

/** Events from before the first message shown belong to messages that are not shown. */
function between(events: ThreadEvent[], { messages, earlier }: MessagePage): ThreadEvent[] {
  const first = messages[0]?.createdAt ?? "";
  return earlier ? events.filter(({ createdAt }) => createdAt >= first) : events;
}
