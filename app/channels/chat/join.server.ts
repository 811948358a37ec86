// A visitor's message joins the conversation they have going, or begins one: a ticket of its own each, and what is over
// stays over. Runs inside the intake's transaction, which lets one message of a visitor in at a time.
import { isBlocked } from "../../customers/blocked.server.ts";
import { tidyName, type Identity } from "../../customers/customer.ts";
import { senderProofOf } from "../../customers/identity.ts";
import type { Tx } from "../../db.server.ts";
import { recordTicketEvent } from "../../events/record.server.ts";
import { now } from "../../lib/clock.ts";
import { tellVisitor, touchChat } from "../../tickets/chat/touch.server.ts";
import { appendInbound, openTicket, type Inbound, type Joined } from "../../tickets/receive.server.ts";
import { lockSurvivors } from "../../tickets/survivor.server.ts";
import type { SpamReason, Status } from "../../tickets/ticket.ts";
import type { IncomingMessage } from "../channel.ts";
import { survivorOf } from "../survivor.server.ts";
import { takeBy } from "./settle-visitor.server.ts";
import type { Visitor } from "./visitor.server.ts";
import { whoChats, type Chatter } from "./who.server.ts";

type Visit = NonNullable<IncomingMessage["visit"]>;

export async function joinChat(tx: Tx, incoming: IncomingMessage, visit: Visit): Promise<Joined> {
  const visitor = await tx.visitor.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: incoming.workspaceId, id: visit.visitorId } },
  });
  const who = await whoChats(tx, visitor);
  const name = visitor.name ?? (await nameOf(tx, visitor, who)) ?? incoming.sender.name;
  const inbound = inboundOf(incoming, visitor, who, name);
  const going = await goingOn(tx, visitor);
  const joined = going
    ? await goOn(tx, going, inbound, visit)
    : await begin(tx, inbound, visit, await spamOf(tx, incoming, visitor, who));
  await takeBy(tx, visitor, who, joined.ticketId);
  return joined;
}

/** Who signed in at the shop is called as the customer they are. */
async function nameOf(
  tx: Tx,
  { workspaceId }: Visitor,
  { judged, customerId: id }: Chatter,
): Promise<string | null> {
  if (judged !== "signed-in" || !id) return null;
  const customer = await tx.customer.findUnique({
    where: { workspaceId_id: { workspaceId, id } },
    select: { name: true },
  });
  return customer?.name || null;
}

const inboundOf = (incoming: IncomingMessage, visitor: Visitor, who: Chatter, name: string): Inbound => ({
  workspaceId: incoming.workspaceId,
  storeId: incoming.storeId,
  channel: "chat",
  externalId: incoming.externalId,
  internetId: null,
  receivedId: incoming.receivedId,
  customerId: who.customerId,
  fromName: tidyName(name, who.address ?? "?"),
  fromAddress: who.address,
  sentByAddress: null,
  recipients: incoming.recipients,
  shopifyId: visitor.shopifyId,
  senderProof: senderProofOf(who.judged),
  judged: who.judged,
  accountAddress: who.accountAddress,
  authenticated: false,
  subject: incoming.subject,
  text: incoming.text,
  trimmed: null,
  html: null,
  files: [],
  uploads: incoming.uploads,
  answers: [],
  route: null,
  supportAddress: null,
  topic: null,
  orderName: null,
  locale: incoming.locale,
  page: incoming.page,
  saidAt: null,
  machine: null,
});

interface Going {
  chat: {
    workspaceId: string;
    ticketId: string;
    storeId: string;
    offline: boolean;
  };
  ticket: NonNullable<Awaited<ReturnType<typeof survivorOf>>>;
}

/** The conversation they have going, with its ticket's lock: nobody ends or merges it any more before we are done. */
async function goingOn(tx: Tx, { workspaceId, id: visitorId }: Visitor): Promise<Going | null> {
  const read = () =>
    tx.chat.findFirst({
      where: { workspaceId, visitorId, state: { not: "ended" } },
      select: { workspaceId: true, ticketId: true, storeId: true, offline: true },
    });
  const found = await read();
  if (!found) return null;
  const ticket = await lockWhereItStands(tx, workspaceId, found.ticketId);
  const chat = await read();
  return chat && ticket ? { chat, ticket } : null;
}

/** The ticket itself nearly always; the one it leads to once it was merged. */
async function lockWhereItStands(tx: Tx, workspaceId: string, id: string): Promise<Going["ticket"] | null> {
  const [unmerged] = await tx.$queryRaw<Going["ticket"][]>`
    SELECT id, number, "storeId", status, "archivedAt", identity, "identityReason", "customerId", "orderName",
      "mergedIntoId"
    FROM "Ticket" WHERE "workspaceId" = ${workspaceId}::uuid AND id = ${id}::uuid AND "mergedIntoId" IS NULL
    FOR NO KEY UPDATE`;
  if (unmerged) return unmerged;
  await lockSurvivors(tx, workspaceId, [id]);
  return survivorOf(tx, workspaceId, id);
}

async function goOn(tx: Tx, { chat, ticket }: Going, inbound: Inbound, visit: Visit): Promise<Joined> {
  const at = now();
  // Left while we were closed and not answered yet: who comes back while we are there is here.
  const offline = chat.offline && visit.offline;
  const seq = await touchChat(tx, chat, {
    lastVisitorAt: at,
    offline,
    // From now on the silence is ours.
    silenceAt: null,
  });
  const status = ticket.status as Status;
  const identity = ticket.identity as Identity;
  return appendInbound(tx, { ...ticket, status, identity }, { ...inbound, chat: { id: chat.ticketId, seq } });
}

async function begin(
  tx: Tx,
  inbound: Inbound,
  { visitorId, offline }: Visit,
  spam: SpamReason | null,
): Promise<Joined> {
  const { workspaceId, storeId } = inbound;
  const joined = await openTicket(tx, { ...inbound, chat: { id: null, seq: 1 } }, { spam });
  const at = now();
  await tx.chat.create({
    data: {
      workspaceId,
      ticketId: joined.ticketId,
      storeId,
      visitorId,
      offline,
      revision: 1,
      startedAt: at,
      lastVisitorAt: at,
    },
  });
  const by = { kind: "customer", id: inbound.customerId } as const;
  const ticket = { workspaceId, id: joined.ticketId };
  await recordTicketEvent(tx, ticket, { type: "chat-started", by, data: { offline } });
  await tellVisitor(tx, workspaceId, visitorId);
  return joined;
}

async function spamOf(
  tx: Tx,
  { workspaceId, spam }: IncomingMessage,
  visitor: Visitor,
  { address }: Chatter,
): Promise<SpamReason | null> {
  const isUnwanted = visitor.blockedAt !== null || (await isBlocked(tx, workspaceId, address));
  return isUnwanted ? "blocked" : spam;
}
