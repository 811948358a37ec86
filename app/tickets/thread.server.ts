// A ticket as the agent reads it: head, latest messages, events between them.
import type { Prisma } from "@prisma/client";
import type { Identity } from "../customers/customer.ts";
import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import type { ShownFile, StoredFile } from "../files/file.ts";
import { showFile } from "../files/link.server.ts";
import type { Delivery } from "../mail/delivery-state.ts";
import { readRecipients, type Recipients } from "../mail/person.ts";
import { readAnswer, type Answer } from "./answer.server.ts";
import { withinBudget } from "./html-budget.ts";
import type {
  ChannelKind,
  MachineMail,
  MessageKind,
  Priority,
  Status,
  TicketRef,
  WaitingOn,
} from "./ticket.ts";

export interface TicketPage {
  id: string;
  number: string;
  subject: string;
  status: Status;
  /** whose turn it is: an answered ticket waits on the customer and is not in the inbox */
  waitingOn: WaitingOn;
  priority: Priority;
  channel: ChannelKind;
  identity: Identity;
  spam: boolean;
  topic: string | null;
  orderName: string | null;
  createdAt: string;
  store: { id: string; name: string; shopDomain: string };
  /** what a new reply would be addressed to and end with */
  answer: Answer;
  assignee: { id: string; name: string } | null;
  customer: { id: string; name: string; email: string | null } | null;
  lastMessageId: string | null;
  messages: ThreadMessage[];
  events: ThreadEvent[];
  /** older messages that are not shown */
  earlier: boolean;
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
  authorName: string | null;
  text: string;
  /** what they wrote now; null when that is all of text */
  trimmed: string | null;
  /** sanitized, for the mail frame only; quoted history inside <div data-quoted> */
  html: string | null;
  /** there is HTML, left out of this page because of its size */
  htmlLater?: true;
  files: ShownFile[];
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

/** The latest 50 messages; older ones on demand. */
export const LATEST = 50;

// Events the thread shows as messages or as a message's delivery word, not as lines.
const SILENT = [
  "message-received",
  "message-sent",
  "delivery-changed",
  "answer-held",
  "answer-dismissed",
  "answer-brought-back",
];

/** Everything this agent's ticket page shows without asking Shopify. Throws not-found. */
export async function readTicket(
  workspace: { id: string; ticketPrefix: string },
  ref: TicketRef,
  agent: { id: string },
): Promise<TicketPage> {
  const { workspaceId, id } = ref;
  const [ticket, messages, events, participants] = await Promise.all([
    db.ticket.findUnique({
      where: { workspaceId_id: { workspaceId, id } },
      include: {
        store: { select: { id: true, name: true, shopDomain: true } },
        brand: true,
        assignee: { select: { id: true, name: true } },
        customer: { select: { id: true, name: true, email: true } },
      },
    }),
    db.message.findMany({
      where: { workspaceId, ticketId: id },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: LATEST + 1,
      include: { author: { select: { name: true } }, files: { orderBy: { id: "asc" } } },
    }),
    db.event.findMany({
      where: { workspaceId, ticketId: id, type: { notIn: SILENT } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: LATEST,
    }),
    db.ticketParticipant.findMany({ where: { workspaceId, ticketId: id }, select: { address: true } }),
  ]);
  if (!ticket) throw new AppError("not-found");
  const letIn = new Set(participants.map(({ address }) => address));
  const [names, answer] = await Promise.all([actorNames(workspaceId, events), readAnswer(db, ticket, agent)]);
  const {
    number,
    status,
    priority,
    channel,
    identity,
    subject,
    topic,
    orderName,
    store,
    assignee,
    customer,
  } = ticket;
  return {
    id,
    number: `${workspace.ticketPrefix}${number}`,
    subject,
    status: status as Status,
    waitingOn: ticket.waitingOn as WaitingOn,
    answer,
    priority: priority as Priority,
    channel: channel as ChannelKind,
    identity: identity as Identity,
    spam: ticket.spam,
    topic,
    orderName,
    createdAt: ticket.createdAt.toISOString(),
    store,
    assignee,
    customer,
    lastMessageId: ticket.lastMessageId,
    messages: withinBudget(messages.slice(0, LATEST).map((row) => presentMessage(row, letIn))).reverse(),
    events: events.reverse().map((event) => ({
      id: event.id,
      type: event.type,
      actorKind: event.actorKind,
      actorName: (event.actorId ? names.get(event.actorId) : undefined) ?? null,
      data: event.data as Record<string, unknown>,
      createdAt: event.createdAt.toISOString(),
    })),
    earlier: messages.length > LATEST,
  };
}

type MessageRow = Prisma.MessageGetPayload<{
  include: { author: { select: { name: true } }; files: true };
}>;

const presentMessage = (row: MessageRow, letIn: Set<string>): ThreadMessage => ({
  id: row.id,
  kind: row.kind as MessageKind,
  channel: row.channel as ChannelKind,
  fromName: row.fromName,
  fromAddress: row.fromAddress,
  senderProof: row.senderProof as ThreadMessage["senderProof"],
  letIn: row.fromAddress !== null && letIn.has(row.fromAddress),
  sentByAddress: row.sentByAddress,
  recipients: readRecipients(row.recipients),
  machine: row.machine as MachineMail | null,
  authorName: row.author?.name ?? null,
  text: row.text,
  trimmed: row.trimmed,
  html: row.html,
  files: row.files.map((file) => showFile(file as typeof file & StoredFile)),
  relay: row.relay as ThreadMessage["relay"],
  relayReason: row.relayReason,
  holdUntil: row.holdUntil?.toISOString() ?? null,
  openedAt: row.openedAt?.toISOString() ?? null,
  delivery: row.delivery as Delivery | null,
  deliveryError: row.deliveryError,
  createdAt: row.createdAt.toISOString(),
});

async function actorNames(
  workspaceId: string,
  events: { actorKind: string; actorId: string | null }[],
): Promise<Map<string, string>> {
  const ids = events
    .filter((event) => event.actorKind === "agent" && event.actorId)
    .map((event) => event.actorId);
  if (!ids.length) return new Map();
  const agents = await db.agent.findMany({
    where: { workspaceId, id: { in: ids.filter((id) => id !== null) } },
    select: { id: true, name: true },
  });
  return new Map(agents.map((agent) => [agent.id, agent.name]));
}
