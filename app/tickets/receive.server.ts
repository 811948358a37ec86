// A message from outside joins a ticket or opens one. Runs inside the intake's transaction.
import type { Prisma } from "@prisma/client";
import type { Identity } from "../customers/customer.ts";
import { identityAfter, reasonOf, UNANSWERED, type Judged } from "../customers/identity.ts";
import type { Tx } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { SYSTEM, type Actor } from "../events/event.ts";
import { recordTicketEvent } from "../events/record.server.ts";
import { now } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { attachTo } from "../files/attach.server.ts";
import type { StoredFile } from "../files/file.ts";
import { claimShopperUploads } from "../files/shopper-uploads.server.ts";
import type { Recipients } from "../mail/person.ts";
import {
  afterInbound,
  previewOf,
  type ChannelKind,
  type MachineMail,
  type Priority,
  type SpamReason,
  type Status,
  type TicketRef,
} from "./ticket.ts";
import { addLabelIn } from "./labelling.server.ts";

/** What a channel knows of the message, already parsed and sanitized. */
export interface Inbound {
  workspaceId: string;
  storeId: string;
  channel: ChannelKind;
  externalId: string;
  /** a mail's Message-ID */
  internetId: string | null;
  receivedId: string;
  customerId: string | null;
  fromName: string;
  fromAddress: string | null;
  sentByAddress: string | null;
  recipients: Recipients;
  shopifyId: string | null;
  senderProof: "verified" | "claimed" | "unverified";
  /** what it says of its writer */
  judged: Judged;
  accountAddress: string | null;
  authenticated: boolean;
  subject: string;
  text: string;
  trimmed: string | null;
  html: string | null;
  files: StoredFile[];
  /** tokens of what was uploaded before */
  uploads: string[];
  answers: { label: string; value: string }[];
  /** of a new ticket */
  route: { departmentId: string | null; labelId: string | null; priority: Priority | null } | null;
  supportAddress: { id: string; departmentId: string | null } | null;
  topic: string | null;
  orderName: string | null;
  locale: string | null;
  /** the storefront's page it was sent from */
  page: string | null;
  saidAt: Date | null;
  machine: MachineMail | null;
  /** the chat it was said in, null for the one that begins with it; and its place there */
  chat?: { id: string | null; seq: number };
}

export interface Joined {
  ticketId: string;
  messageId: string;
  opened: boolean;
}

/** Opens a ticket with its first message; the number counts up per workspace. */
export async function openTicket(
  tx: Tx,
  inbound: Inbound,
  { spam }: { spam: SpamReason | null },
): Promise<Joined> {
  const { workspaceId, storeId } = inbound;
  const brand = await tx.brand.findFirstOrThrow({
    where: { workspaceId, storeId, isDefault: true },
    select: { id: true },
  });
  const { lastTicketNumber } = await tx.workspace.update({
    where: { id: workspaceId },
    data: { lastTicketNumber: { increment: 1 } },
    select: { lastTicketNumber: true },
  });
  const ticketId = newId();
  const messageId = newId();
  const at = now();
  // A machine asks nothing: its ticket waits on nobody, and stands where closed ones do.
  const who = inbound.machine ? UNANSWERED : identityAfter(UNANSWERED, inbound.judged);
  const settled = inbound.machine ? { status: "closed", waitingOn: "customer", closedAt: at } : {};
  await tx.ticket.create({
    data: {
      workspaceId,
      id: ticketId,
      number: lastTicketNumber,
      storeId,
      brandId: brand.id,
      customerId: inbound.customerId,
      channel: inbound.channel,
      subject: Array.from(inbound.subject).slice(0, 300).join(""),
      preview: previewIn(inbound),
      hasFiles: hasFiles(inbound),
      supportAddressId: inbound.supportAddress?.id ?? null,
      departmentId: inbound.supportAddress?.departmentId ?? (await departmentOf(tx, inbound)),
      ...(inbound.route?.priority ? { priority: inbound.route.priority } : {}),
      identity: who.identity,
      identityReason: who.reason,
      spam: spam !== null,
      topic: inbound.topic,
      orderName: inbound.orderName,
      locale: inbound.locale,
      lastMessageId: messageId,
      lastMessageAt: at,
      lastInboundAt: at,
      createdAt: at,
      ...settled,
    },
  });
  await addMessage(tx, ticketId, messageId, inbound, at);
  await recordTicketEvent(
    tx,
    { workspaceId, id: ticketId },
    {
      type: "ticket-opened",
      at,
      by: author(inbound),
      data: { messageId, automatic: inbound.machine !== null },
    },
  );
  if (inbound.route?.labelId) await labelAtOnce(tx, { workspaceId, id: ticketId }, inbound.route.labelId);
  if (spam) {
    const because = { type: "marked-spam", by: SYSTEM, data: { reason: spam }, at } as const;
    await recordTicketEvent(tx, { workspaceId, id: ticketId }, because);
  }
  return { ticketId, messageId, opened: true };
}

/** The department its form sends it to, unless that has been closed since. */
async function departmentOf(tx: Tx, { workspaceId, route }: Inbound): Promise<string | null> {
  if (!route?.departmentId) return null;
  const where = { workspaceId, id: route.departmentId, retiredAt: null };
  return (await tx.department.findFirst({ where, select: { id: true } }))?.id ?? null;
}

/** The label its form puts on it, unless that has been taken out of use since. */
async function labelAtOnce(tx: Tx, ticket: TicketRef, labelId: string): Promise<void> {
  try {
    await addLabelIn(tx, ticket, labelId, { by: SYSTEM });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "not-found") throw error;
  }
}

/** Appends to a ticket. A person's message brings it back to the queue; a machine's changes nothing (RFC 3834). */
export async function appendInbound(
  tx: Tx,
  ticket: {
    id: string;
    status: Status;
    archivedAt: Date | null;
    identity: Identity;
    identityReason: string | null;
    orderName: string | null;
  },
  inbound: Inbound,
): Promise<Joined> {
  const { workspaceId } = inbound;
  const ref = { workspaceId, id: ticket.id };
  const messageId = newId();
  const at = now();
  await addMessage(tx, ticket.id, messageId, inbound, at);
  if (!inbound.machine) {
    const before = { identity: ticket.identity, reason: reasonOf(ticket.identityReason) };
    const who = identityAfter(before, inbound.judged);
    const next = afterInbound({ status: ticket.status, archived: ticket.archivedAt !== null });
    await tx.ticket.update({
      where: { workspaceId_id: ref },
      data: {
        status: next.status,
        waitingOn: "us",
        closedAt: null,
        snoozedUntil: null,
        archivedAt: null,
        preview: previewIn(inbound),
        ...(hasFiles(inbound) ? { hasFiles: true } : {}),
        lastMessageId: messageId,
        lastMessageAt: at,
        lastInboundAt: at,
        identity: who.identity,
        identityReason: who.reason,
        ...(inbound.orderName && !ticket.orderName ? { orderName: inbound.orderName } : {}),
      },
    });
    if (next.restored) await recordTicketEvent(tx, ref, { type: "restored", by: author(inbound) });
    if (next.woken) await recordTicketEvent(tx, ref, { type: "woken", by: author(inbound) });
    if (next.reopened) await recordTicketEvent(tx, ref, { type: "reopened", by: author(inbound) });
  }
  await recordTicketEvent(tx, ref, {
    type: "message-received",
    by: author(inbound),
    data: { messageId, automatic: inbound.machine !== null },
  });
  return { ticketId: ticket.id, messageId, opened: false };
}

const author = (inbound: Inbound): Actor => ({ kind: "customer", id: inbound.customerId });

/** In a chat files may come without a word: then they are what it is called by. */
const previewIn = ({ trimmed, text, chat, subject }: Inbound): string =>
  previewOf((trimmed ?? text) || (chat ? subject : ""));

/** Whether there is something to look at beside the text. */
const hasFiles = (inbound: Inbound): boolean =>
  inbound.files.some((file) => !file.inline) || inbound.uploads.length > 0;

async function addMessage(
  tx: Tx,
  ticketId: string,
  id: string,
  inbound: Inbound,
  createdAt: Date,
): Promise<void> {
  await tx.message.create({
    data: {
      workspaceId: inbound.workspaceId,
      id,
      ticketId,
      kind: "inbound",
      channel: inbound.channel,
      externalId: inbound.externalId,
      internetId: inbound.internetId,
      receivedId: inbound.receivedId,
      customerId: inbound.customerId,
      fromName: inbound.fromName,
      fromAddress: inbound.fromAddress,
      sentByAddress: inbound.sentByAddress,
      recipients: { ...inbound.recipients } as unknown as Prisma.InputJsonObject,
      machine: inbound.machine,
      shopifyId: inbound.shopifyId,
      senderProof: inbound.senderProof,
      judged: inbound.machine ? null : inbound.judged,
      accountAddress: inbound.accountAddress,
      authenticated: inbound.authenticated,
      subject: inbound.subject,
      text: inbound.text,
      trimmed: inbound.trimmed,
      html: inbound.html,
      page: inbound.page,
      answers: inbound.answers,
      saidAt: inbound.saidAt,
      ...(inbound.chat ? { chatId: inbound.chat.id ?? ticketId, chatSeq: inbound.chat.seq } : {}),
      createdAt,
    },
  });
  await attachTo(tx, { workspaceId: inbound.workspaceId, id }, inbound.files);
  await claimShopperUploads(tx, inbound, inbound.uploads, id);
}
