// Conversations become rows, in batches, in the order they happened.
import { randomBytes } from "node:crypto";
import type { Prisma } from "@prisma/client";
import type pg from "pg";
import { v7 } from "uuid";
import type { DatedConversation, DatedMessage } from "./dated.ts";
import { insertRows } from "./insert-rows.ts";
import { labelsOf } from "./labels.ts";
import { aboutOrders, type OrdersOf } from "./orders.ts";
import type { Place, Places } from "./places.ts";

interface Rows {
  customer: Prisma.CustomerCreateManyInput[];
  contactPoint: Prisma.ContactPointCreateManyInput[];
  shopifyCustomer: Prisma.ShopifyCustomerCreateManyInput[];
  ticket: Prisma.TicketCreateManyInput[];
  message: Prisma.MessageCreateManyInput[];
  event: Prisma.EventCreateManyInput[];
  mailReference: Prisma.MailReferenceCreateManyInput[];
  ticketRead: Prisma.TicketReadCreateManyInput[];
  replyToken: Prisma.ReplyTokenCreateManyInput[];
  ticketLabel: Prisma.TicketLabelCreateManyInput[];
}

const BATCH = 2_000;
const FIRST_NUMBER = 1001;

/** Takes conversations one by one; `finish` writes what is left and the workspaces' counters. */
export function ticketWriter(connection: pg.Client, places: Places, ordersOf: OrdersOf) {
  const customers = new Map<string, string>();
  const numbers = new Map<string, number>();
  let rows = noRows();
  let writing: Promise<void> = Promise.resolve();

  /** Hands a batch over; the next one is put together while PostgreSQL works. */
  async function flush(): Promise<void> {
    await writing;
    writing = write(rows);
    // Its failure is thrown where the next batch waits for it.
    writing.catch(() => undefined);
    rows = noRows();
  }

  async function write(batch: Rows): Promise<void> {
    await insertRows(connection, "Customer", batch.customer);
    await insertRows(connection, "ContactPoint", batch.contactPoint);
    await insertRows(connection, "ShopifyCustomer", batch.shopifyCustomer, { again: "skip" });
    await insertRows(connection, "Ticket", batch.ticket);
    await insertRows(connection, "Message", batch.message);
    await insertRows(connection, "Event", batch.event);
    await insertRows(connection, "MailReference", batch.mailReference);
    await insertRows(connection, "TicketRead", batch.ticketRead);
    await insertRows(connection, "ReplyToken", batch.replyToken);
    await insertRows(connection, "TicketLabel", batch.ticketLabel);
  }

  async function add(conversation: DatedConversation): Promise<void> {
    const place = places.byShop.get(conversation.shop);
    if (!place) throw new Error(`no such shop: ${conversation.shop}`);
    const number = numbers.get(place.workspaceId) ?? FIRST_NUMBER;
    numbers.set(place.workspaceId, number + 1);
    const customerId = customerOf(rows, customers, place, conversation);
    const theirs = ordersOf(place, conversation.writer.email.toLowerCase());
    addTicket(rows, places, place, conversation, customerId, number, aboutOrders(theirs, conversation));
    if (rows.ticket.length >= BATCH) await flush();
  }

  async function finish(): Promise<void> {
    await flush();
    await writing;
    for (const [id, next] of numbers)
      await connection.query(`UPDATE "Workspace" SET "lastTicketNumber" = $2 WHERE id = $1`, [id, next - 1]);
    await connection.query(
      `INSERT INTO "SearchProgress" ("workspaceId") SELECT DISTINCT "workspaceId" FROM "Ticket" ON CONFLICT DO NOTHING`,
    );
    // Until autovacuum comes by, the planner would take the tables for empty.
    await connection.query("ANALYZE");
  }

  return { add, finish };
}

/** A verified writer was signed in; one who does not fit was signed in as somebody else. */
const REASONS = { verified: "signed-in", claimed: "address", mismatch: "other-account" } as const;

function customerOf(
  rows: Rows,
  known: Map<string, string>,
  place: Place,
  conversation: DatedConversation,
): string {
  const { workspaceId, storeId } = place;
  const { writer, locale, identity, createdAt } = conversation;
  const email = writer.email.toLowerCase();
  const key = `${workspaceId} ${email}`;
  const id = known.get(key) ?? v7({ msecs: createdAt.getTime() });
  if (!known.has(key)) {
    known.set(key, id);
    rows.customer.push({ workspaceId, id, name: writer.name, email, locale, createdAt });
    rows.contactPoint.push({ workspaceId, kind: "email", value: email, customerId: id, createdAt });
  }
  if (writer.customerId && identity === "verified") {
    rows.shopifyCustomer.push({
      workspaceId,
      storeId,
      shopifyId: writer.customerId,
      customerId: id,
      proof: "proxy",
    });
  }
  return id;
}

function addTicket(
  rows: Rows,
  places: Places,
  { workspaceId, storeId, brandId }: Place,
  conversation: DatedConversation,
  customerId: string,
  number: number,
  about: ReturnType<typeof aboutOrders>,
): void {
  const id = v7({ msecs: conversation.createdAt.getTime() });
  const messages = conversation.messages.map((message) => ({
    id: v7({ msecs: message.at.getTime() }),
    message,
  }));
  // A note is not part of what was said between us: it neither orders the list nor waits for anybody.
  const said = messages.filter(({ message }) => message.from !== "note");
  const last = said.at(-1);
  const lastInbound = said.filter(({ message }) => message.from === "customer").at(-1)?.message.at ?? null;
  if (!last) throw new Error(`nothing was said in "${conversation.subject}"`);
  const agentOf = (email: string | null) =>
    email ? places.agents.get(`${workspaceId} ${email}`) : undefined;
  const assignee = agentOf(conversation.assignee);
  rows.ticket.push({
    workspaceId,
    id,
    number,
    storeId,
    brandId,
    customerId,
    channel: conversation.channel,
    subject: conversation.subject,
    preview: preview(last.message.text),
    ...stateOf(conversation, last.message),
    priority: conversation.priority,
    identity: conversation.identity,
    identityReason: REASONS[conversation.identity],
    undelivered: said.some(({ message }) => message.deliveryError !== null),
    assigneeId: assignee?.id ?? null,
    departmentId: conversation.department
      ? (places.departments.get(`${workspaceId} ${conversation.department}`) ?? null)
      : null,
    topic: conversation.topic,
    orderName: conversation.order,
    ...about,
    locale: conversation.locale,
    snoozedUntil: conversation.snoozedUntil,
    snoozedFor: conversation.waitsFor ?? null,
    closedAt: conversation.closedAt,
    archivedAt: conversation.archivedAt,
    lastMessageId: last.id,
    lastMessageAt: last.message.at,
    lastInboundAt: lastInbound,
    createdAt: conversation.createdAt,
  });
  for (const { id: messageId, message } of messages) {
    const author = agentOf(message.author);
    rows.message.push({
      workspaceId,
      id: messageId,
      ticketId: id,
      kind: { customer: "inbound", agent: "outbound", note: "note" }[message.from],
      channel: message.channel,
      page: message.channel === "form" && message.from === "customer" ? "/pages/contact" : null,
      externalId: message.from === "customer" ? `seed-${messageId}` : null,
      authorId: author?.id ?? null,
      customerId: message.from === "customer" ? customerId : null,
      fromName: message.from === "customer" ? conversation.writer.name : null,
      fromAddress: message.from === "customer" ? conversation.writer.email.toLowerCase() : null,
      senderProof:
        message.from === "customer" ? (conversation.identity === "verified" ? "verified" : "claimed") : null,
      judged: message.from === "customer" ? REASONS[conversation.identity] : null,
      accountAddress: message.from === "customer" ? (conversation.signedInAs ?? null) : null,
      subject: message.from === "customer" ? conversation.subject : null,
      text: message.text,
      delivery: message.delivery,
      deliveryError: message.deliveryError,
      createdAt: message.at,
    });
    if (message.channel === "email" && message.from !== "note") {
      rows.mailReference.push({
        workspaceId,
        messageId: `${messageId}@mail.example`,
        ticketId: id,
        createdAt: message.at,
      });
    }
  }
  rows.replyToken.push({ token: randomBytes(13).toString("hex"), workspaceId, storeId, ticketId: id });
  for (const name of labelsOf(conversation)) {
    const labelId = places.labels.get(`${workspaceId} ${name}`);
    if (labelId)
      rows.ticketLabel.push({ workspaceId, ticketId: id, labelId, createdAt: conversation.createdAt });
  }
  addEvents(rows, workspaceId, id, conversation, customerId, assignee);
  if (!conversation.unread) addReads(rows, places, workspaceId, id, last.message.at);
}

function stateOf({ state }: DatedConversation, last: DatedMessage) {
  const answered = last.from === "agent" && last.delivery !== "failed" && last.delivery !== "bounced";
  const status =
    state === "snoozed" ? "snoozed" : state === "closed" || state === "archived" ? "closed" : "open";
  return { status, waitingOn: answered ? "customer" : "us", spam: state === "spam" };
}

function addEvents(
  rows: Rows,
  workspaceId: string,
  ticketId: string,
  conversation: DatedConversation,
  customerId: string,
  assignee: { id: string; name: string } | undefined,
): void {
  const add = (
    type: string,
    at: Date,
    actorKind: string,
    actorId: string | null,
    data: Prisma.InputJsonObject = {},
  ) =>
    rows.event.push({
      workspaceId,
      id: v7({ msecs: at.getTime() }),
      ticketId,
      type,
      actorKind,
      actorId,
      data,
      createdAt: at,
    });
  add("ticket-opened", conversation.createdAt, "customer", customerId);
  if (assignee) {
    add("assigned", new Date(conversation.createdAt.getTime() + 60_000), "agent", assignee.id, {
      agentId: assignee.id,
      name: assignee.name,
    });
  }
  if (conversation.closedAt) add("closed", conversation.closedAt, "agent", assignee?.id ?? null);
}

function addReads(rows: Rows, places: Places, workspaceId: string, ticketId: string, at: Date): void {
  for (const agentId of places.agentsOf.get(workspaceId) ?? []) {
    rows.ticketRead.push({ workspaceId, ticketId, agentId, readAt: new Date(at.getTime() + 1_000) });
  }
}

const preview = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= 140 ? line : `${line.slice(0, 139)}…`;
};

const noRows = (): Rows => ({
  customer: [],
  contactPoint: [],
  shopifyCustomer: [],
  ticket: [],
  message: [],
  event: [],
  mailReference: [],
  ticketRead: [],
  replyToken: [],
  ticketLabel: [],
});
