// A ticket as the agent reads it: head, latest messages, events between them.
import type { Identity } from "../customers/customer.ts";
import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { now } from "../lib/clock.ts";
import type { Delivery } from "../mail/delivery-state.ts";
import type { ChannelKind, MessageKind, Priority, Status, TicketRef, WaitingOn } from "./ticket.ts";

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
  topic: string | null;
  orderName: string | null;
  createdAt: string;
  store: { id: string; name: string; shopDomain: string };
  /** what every reply ends with; empty for none */
  signature: string;
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
  authorName: string | null;
  text: string;
  /** sanitized, safe to set as HTML */
  html: string | null;
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
const SILENT = ["message-received", "message-sent", "delivery-changed"];

/** Everything the ticket page shows without asking Shopify. Throws not-found. */
export async function readTicket(
  workspace: { id: string; ticketPrefix: string },
  ref: TicketRef,
): Promise<TicketPage> {
  const { workspaceId, id } = ref;
  const [ticket, messages, events] = await Promise.all([
    db.ticket.findUnique({
      where: { workspaceId_id: { workspaceId, id } },
      include: {
        store: { select: { id: true, name: true, shopDomain: true } },
        brand: { select: { signature: true } },
        assignee: { select: { id: true, name: true } },
        customer: { select: { id: true, name: true, email: true } },
      },
    }),
    db.message.findMany({
      where: { workspaceId, ticketId: id },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: LATEST + 1,
      include: { author: { select: { name: true } } },
    }),
    db.event.findMany({
      where: { workspaceId, ticketId: id, type: { notIn: SILENT } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: LATEST,
    }),
  ]);
  if (!ticket) throw new AppError("not-found");
  const names = await actorNames(workspaceId, events);
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
    signature: ticket.brand.signature,
    priority: priority as Priority,
    channel: channel as ChannelKind,
    identity: identity as Identity,
    topic,
    orderName,
    createdAt: ticket.createdAt.toISOString(),
    store,
    assignee,
    customer,
    lastMessageId: ticket.lastMessageId,
    messages: messages.slice(0, LATEST).reverse().map(presentMessage),
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

/** Marks the ticket read by this agent, up to now. */
export async function markRead(ref: TicketRef, agent: { id: string }): Promise<void> {
  const key = { workspaceId: ref.workspaceId, ticketId: ref.id, agentId: agent.id };
  await db.ticketRead.upsert({
    where: { workspaceId_ticketId_agentId: key },
    create: { ...key, readAt: now() },
    update: { readAt: now() },
  });
}

type MessageRow = Awaited<ReturnType<typeof db.message.findMany>>[number] & {
  author: { name: string } | null;
};

const presentMessage = (row: MessageRow): ThreadMessage => ({
  id: row.id,
  kind: row.kind as MessageKind,
  channel: row.channel as ChannelKind,
  fromName: row.fromName,
  fromAddress: row.fromAddress,
  senderProof: row.senderProof as ThreadMessage["senderProof"],
  authorName: row.author?.name ?? null,
  text: row.text,
  html: row.html,
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
