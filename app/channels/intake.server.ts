// The one path in. Whatever its channel, a message is de-duplicated, its sender identified and its ticket
// found here, in one transaction; what should happen because of it is decided in jobs/on-ticket-event.
import { tidyName } from "../customers/customer.ts";
import { isBlocked } from "../customers/blocked.server.ts";
import { customerAt, proveAddress } from "../customers/contacts.server.ts";
import { identifyCustomer } from "../customers/identify.server.ts";
import { senderProofOf, type Judged } from "../customers/identity.ts";
import { db, holdLocks, type Tx } from "../db.server.ts";
import { later, MINUTE, now } from "../lib/clock.ts";
import { appendInbound, openTicket, type Inbound, type Joined } from "../tickets/receive.server.ts";
import { lockSurvivors } from "../tickets/survivor.server.ts";
import type { IncomingMessage } from "./channel.ts";
import { joinChat } from "./chat/join.server.ts";
import { whoAnswersChat } from "./chat/who.server.ts";
import { isParticipant } from "./participant.server.ts";
import { noteReturned } from "./returned-mail.server.ts";
import { survivorOf } from "./survivor.server.ts";
import { findThread, remember, type FoundTicket } from "./thread.server.ts";

export type Taken = ({ duplicate: false } | { duplicate: true }) & { ticketId: string; number: number };

/** Same sender and same words within this time are one submission sent twice. */
const TWICE = 10 * MINUTE;

/**
 * Takes in one message: exactly one ticket message per provider id, however often and in parallel it comes.
 * Marks the raw row `done`, or `suppressed` for a repetition.
 */
export async function takeIn(incoming: IncomingMessage): Promise<Taken> {
  return db.$transaction(async (tx) => {
    await holdLocks(tx, oneAtATime(incoming));
    const earlier = await findEarlier(tx, incoming);
    if (earlier?.receivedId === incoming.receivedId) {
      await finish(tx, incoming, "done", null);
      return { duplicate: false, ...(await numbered(tx, incoming.workspaceId, earlier.ticketId)) };
    }
    if (earlier) {
      await finish(tx, incoming, "suppressed", "duplicate");
      return { duplicate: true, ...(await numbered(tx, incoming.workspaceId, earlier.ticketId)) };
    }
    const joined = await (incoming.visit ? joinChat(tx, incoming, incoming.visit) : join(tx, incoming));
    await remember(tx, incoming, joined.ticketId);
    if (incoming.machine === "bounce") await noteReturned(tx, incoming, joined.ticketId);
    await finish(tx, incoming, "done", null);
    return { duplicate: false, ...(await numbered(tx, incoming.workspaceId, joined.ticketId)) };
  });
}

/**
 * One at a time per sender: two messages of one person must not make two customers or two tickets. And one at a time
 * per mail they are about: an answer and its original, from two people at once, must see each other.
 */
function oneAtATime(incoming: IncomingMessage): string[] {
  const { workspaceId, sender, externalId, thread, report, visit } = incoming;
  const ids = [...thread.answers, ...(report?.ids ?? []), ...(thread.messageId ? [thread.messageId] : [])];
  return [
    `intake:${workspaceId}:${sender.address ?? externalId}`,
    ...(visit ? [`chat:${workspaceId}:${visit.visitorId}`] : []),
    ...ids.map((id) => `mail:${workspaceId}:${id}`),
  ];
}

interface Earlier {
  ticketId: string;
  receivedId: string | null;
}

async function findEarlier(tx: Tx, incoming: IncomingMessage): Promise<Earlier | null> {
  const { workspaceId, channel, externalId, thread } = incoming;
  const same = await tx.message.findUnique({
    where: { workspaceId_channel_externalId: { workspaceId, channel, externalId } },
    select: { ticketId: true, receivedId: true },
  });
  // In a chat the same word twice was said twice: it has ids of its own.
  if (same || !incoming.sender.address || channel === "chat") return same;
  // A mail is repeated only if its own Message-ID is; a Message-ID alone proves nothing (it can be forged or reused).
  if (channel === "email" && !thread.messageId) return null;
  const repeated = await saidJustNow(tx, incoming, incoming.sender.address);
  if (channel !== "email" || !repeated || !thread.messageId) return repeated;
  const { ticketId } = repeated;
  const known = await tx.mailReference.findUnique({
    where: {
      workspaceId_messageId_ticketId: { workspaceId, messageId: thread.messageId, ticketId },
      hearsay: false,
    },
    select: { ticketId: true },
  });
  return known ? repeated : null;
}

async function saidJustNow(tx: Tx, incoming: IncomingMessage, address: string) {
  const { workspaceId, channel, subject, text } = incoming;
  const customerId = await customerAt(tx, workspaceId, address);
  if (!customerId) return null;
  return tx.message.findFirst({
    where: {
      workspaceId,
      customerId,
      createdAt: { gt: later(now(), -TWICE) },
      channel,
      kind: "inbound",
      subject,
      text,
    },
    select: { ticketId: true, receivedId: true },
  });
}

async function join(tx: Tx, incoming: IncomingMessage): Promise<Joined> {
  const blocked = await isBlocked(tx, incoming.workspaceId, incoming.sender.address);
  const spam = blocked ? "blocked" : incoming.spam;
  // Nothing a blocked sender writes reopens or joins anything.
  const thread = incoming.channel === "email" && !blocked ? await findThread(tx, incoming) : null;
  const who = await whoWrote(tx, incoming, thread);
  const inbound: Inbound = {
    workspaceId: incoming.workspaceId,
    storeId: incoming.storeId,
    channel: incoming.channel,
    externalId: incoming.externalId,
    internetId: incoming.thread.messageId,
    receivedId: incoming.receivedId,
    customerId: who.customerId,
    fromName: tidyName(incoming.sender.name, incoming.sender.address ?? "?"),
    fromAddress: incoming.sender.address,
    sentByAddress: incoming.sender.sentBy,
    recipients: incoming.recipients,
    shopifyId: incoming.sender.shopifyCustomerId,
    senderProof: who.letInProven ? "verified" : senderProofOf(who.judged),
    judged: who.judged,
    accountAddress: who.accountAddress,
    authenticated: incoming.authenticated,
    subject: incoming.subject,
    text: incoming.text,
    trimmed: incoming.trimmed,
    html: incoming.html,
    files: incoming.files,
    uploads: incoming.uploads,
    answers: incoming.answers,
    route: incoming.route,
    supportAddress: incoming.supportAddress,
    topic: incoming.topic,
    // What a stranger names must not become the customer's order.
    orderName: who.judged === "stranger" ? null : incoming.orderName,
    locale: incoming.locale,
    page: incoming.page,
    saidAt: incoming.saidAt,
    machine: incoming.machine,
  };
  const ticket = thread ?? (incoming.channel === "form" && !spam ? await activeTicket(tx, inbound) : null);
  if (ticket) return appendInbound(tx, ticket, inbound);
  return openTicket(tx, inbound, { spam });
}

export interface Author {
  customerId: string | null;
  judged: Judged;
  /** judged other-account: the address of the customer who was signed in */
  accountAddress: string | null;
  /** somebody an agent let in answered our mail from their own address */
  letInProven?: boolean;
}

/**
 * A sender who is no participant of the thread they answer is shown as unverified and becomes nobody's
 * customer: the ticket's customer never changes by itself.
 */
async function whoWrote(tx: Tx, incoming: IncomingMessage, thread: FoundTicket | null): Promise<Author> {
  const { workspaceId, sender } = incoming;
  const address = sender.address;
  const stranger = { customerId: null, judged: "stranger", accountAddress: null } as const;
  if (thread?.customerId) {
    const { customerId } = thread;
    // The reply address alone proves nothing: whoever was forwarded our mail has it.
    const proven = thread.by === "token" && incoming.authenticated;
    const isCustomer = (await customerAt(tx, workspaceId, address)) === customerId;
    if (!isCustomer || !address) {
      const visitor = await whoAnswersChat(tx, incoming, { ...thread, customerId, proven });
      if (visitor) return visitor;
      const letIn = await isParticipant(tx, { workspaceId, id: thread.id }, address);
      return letIn ? { ...stranger, judged: "let-in", letInProven: proven } : stranger;
    }
    if (!proven) return { customerId, judged: "address", accountAddress: null };
    await proveAddress(tx, { workspaceId, value: address, customerId }, "reply");
    return { customerId, judged: "signed-reply", accountAddress: null };
  }
  // A mail server that reports is nobody's customer.
  if (!address || incoming.report) return stranger;
  const { orderName } = incoming;
  return identifyCustomer(tx, incoming, { ...sender, address, orderName }, incoming.locale);
}

/** A form joins the customer's latest active form or e-mail conversation with that store. */
async function activeTicket(tx: Tx, inbound: Inbound): Promise<FoundTicket | null> {
  const ticket = await tx.ticket.findFirst({
    where: {
      workspaceId: inbound.workspaceId,
      customerId: inbound.customerId,
      storeId: inbound.storeId,
      channel: { in: ["form", "email"] },
      status: { in: ["open", "snoozed"] },
      archivedAt: null,
      spam: false,
      mergedIntoId: null,
    },
    orderBy: { lastMessageAt: "desc" },
    select: { id: true },
  });
  if (!ticket) return null;
  // It may be merged this very moment.
  await lockSurvivors(tx, inbound.workspaceId, [ticket.id]);
  const survivor = await survivorOf(tx, inbound.workspaceId, ticket.id);
  return survivor ? ({ ...survivor, by: "customer" } as FoundTicket) : null;
}

const finish = (tx: Tx, incoming: IncomingMessage, state: "done" | "suppressed", reason: string | null) =>
  tx.received.update({
    where: { id: incoming.receivedId },
    data: { state, reason, handledAt: now() },
    // Not the body with it: that can be megabytes.
    select: { id: true },
  });

async function numbered(tx: Tx, workspaceId: string, ticketId: string) {
  const { number } = await tx.ticket.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: ticketId } },
    select: { number: true },
  });
  return { ticketId, number };
}
