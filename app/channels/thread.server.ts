// Which conversation does a mail belong to? In-Reply-To, then any References id, then a mail that was mentioned before
// it came, then the token of the reply address, then the ticket's number in the subject; never the subject alone.
// docs/decisions/012-threads.md
import { addressesOf, customerAt } from "../customers/contacts.server.ts";
import type { Identity } from "../customers/customer.ts";
import type { Tx } from "../db.server.ts";
import { mergeIn } from "../tickets/merge.server.ts";
import { lockSurvivors } from "../tickets/survivor.server.ts";
import type { Status } from "../tickets/ticket.ts";
import type { IncomingMessage } from "./channel.ts";
import { survivorOf } from "./survivor.server.ts";
import { ticketOfNumber } from "./ticket-number.server.ts";

export interface FoundTicket {
  id: string;
  status: Status;
  archivedAt: Date | null;
  identity: Identity;
  identityReason: string | null;
  customerId: string | null;
  orderName: string | null;
  by: "header" | "token" | "number" | "customer";
}

/** The ticket a mail belongs to, the survivor if it was merged; null when it starts something new. */
export async function findThread(tx: Tx, incoming: IncomingMessage): Promise<FoundTicket | null> {
  const { workspaceId, thread } = incoming;
  const writer = await customerAt(tx, workspaceId, incoming.sender.address);
  const known = await knownIds(tx, incoming);
  const byHeader =
    first([...thread.answers, ...(incoming.report?.ids ?? [])], known, writer) ??
    (await ticketOfOwnId(tx, incoming, known, writer));
  const byToken = thread.replyToken ? await ticketOfToken(tx, workspaceId, thread.replyToken) : null;
  const byNumber = byHeader || byToken ? null : await ticketOfNumber(tx, incoming, writer);
  const found = byHeader ?? byToken ?? byNumber;
  if (!found) return null;
  const mine = incoming.machine ? [] : known.filter((row) => isOf(row, writer)).map((row) => row.ticketId);
  await lockSurvivors(tx, workspaceId, [found, ...mine]);
  const ticket = (await joinOwn(tx, incoming, found, mine)) ?? (await survivorOf(tx, workspaceId, found));
  const by = found === byToken ? "token" : byHeader ? "header" : "number";
  return ticket ? ({ ...ticket, by } as FoundTicket) : null;
}

/**
 * Learns the Message-IDs of a mail, so that an answer finds this ticket however old it gets. Ids it only mentions
 * are hearsay: anybody can mention any id, and several customers may answer the same mail.
 */
export async function remember(tx: Tx, incoming: IncomingMessage, ticketId: string): Promise<void> {
  const { workspaceId, thread } = incoming;
  if (thread.messageId) {
    const own = { workspaceId, messageId: thread.messageId, ticketId };
    await tx.mailReference.createMany({ data: [own], skipDuplicates: true });
    await tx.mailReference.updateMany({ where: { ...own, hearsay: true }, data: { hearsay: false } });
  }
  if (!thread.answers.length) return;
  await tx.mailReference.createMany({
    data: thread.answers.map((messageId) => ({ workspaceId, messageId, ticketId, hearsay: true })),
    skipDuplicates: true,
  });
}

interface Known {
  messageId: string;
  ticketId: string;
  hearsay: boolean;
  ticket: { customerId: string | null };
}

const isOf = (row: Known, writer: string | null) => writer !== null && row.ticket.customerId === writer;

/** What is known of the mail's own id and of those it mentions, oldest knowledge first. */
function knownIds(tx: Tx, { workspaceId, thread, report }: IncomingMessage): Promise<Known[]> {
  const ids = [...thread.answers, ...(report?.ids ?? []), ...(thread.messageId ? [thread.messageId] : [])];
  return tx.mailReference.findMany({
    where: { workspaceId, messageId: { in: ids }, ticket: { spam: false } },
    select: { messageId: true, ticketId: true, hearsay: true, ticket: { select: { customerId: true } } },
    orderBy: [{ createdAt: "asc" }, { ticketId: "asc" }],
    take: 500,
  });
}

/** The first id that points to a ticket: the writer's own first, else one that really knows that mail. */
function first(ids: string[], known: Known[], writer: string | null): string | null {
  for (const id of ids) {
    const rows = known.filter((row) => row.messageId === id);
    const row = rows.find((one) => isOf(one, writer)) ?? rows.find((one) => !one.hearsay);
    if (row) return row.ticketId;
  }
  return null;
}

/**
 * The original that comes after its answer. It joins what its writer wrote themselves; or what somebody wrote whom
 * the writer sent this very mail to: then both knew of it. Else anybody could catch a mail by mentioning it first.
 */
async function ticketOfOwnId(
  tx: Tx,
  incoming: IncomingMessage,
  known: Known[],
  writer: string | null,
): Promise<string | null> {
  const { thread, recipients, workspaceId } = incoming;
  if (incoming.machine || !thread.messageId) return null;
  const rows = known.filter((row) => row.messageId === thread.messageId);
  const own = rows.find((row) => isOf(row, writer));
  if (own) return own.ticketId;
  const named = [...recipients.to, ...recipients.cc].map(({ address }) => address);
  for (const { ticketId, hearsay, ticket } of rows) {
    if (!hearsay || !ticket.customerId) continue;
    const addresses = await addressesOf(tx, workspaceId, ticket.customerId);
    if (addresses.some((address) => named.includes(address))) return ticketId;
  }
  return null;
}

/** A mail that ties several tickets of its writer together makes them one, whatever order they came in. */
async function joinOwn(tx: Tx, incoming: IncomingMessage, found: string, mine: string[]) {
  const { workspaceId, storeId } = incoming;
  if (!mine.includes(found)) return null;
  const tickets = new Map<string, NonNullable<Awaited<ReturnType<typeof survivorOf>>>>();
  for (const id of new Set(mine)) {
    const ticket = await survivorOf(tx, workspaceId, id);
    if (ticket && (ticket.storeId === storeId || id === found)) tickets.set(ticket.id, ticket);
  }
  const [survivor, ...rest] = [...tickets.values()].sort((a, b) => a.number - b.number);
  if (!survivor || !rest.length || (await areKeptApart(tx, workspaceId, [...tickets.keys()]))) return null;
  const by = { kind: "customer" as const, id: survivor.customerId };
  for (const { id } of rest) await mergeIn(tx, { workspaceId, id }, survivor, { by });
  return survivorOf(tx, workspaceId, survivor.id);
}

/** An agent has said that two of them are not one conversation: split one from the other, or undone their merge. */
const areKeptApart = async (tx: Tx, workspaceId: string, ids: string[]): Promise<boolean> =>
  (await tx.ticketMerge.findFirst({
    where: {
      workspaceId,
      fromId: { in: ids },
      intoId: { in: ids },
      OR: [
        { kind: "split", undoneAt: null },
        { kind: "merge", undoneAt: { not: null } },
      ],
    },
    select: { id: true },
  })) !== null;

async function ticketOfToken(tx: Tx, workspaceId: string, token: string): Promise<string | null> {
  const row = await tx.replyToken.findUnique({
    where: { token },
    select: { workspaceId: true, ticketId: true },
  });
  return row?.workspaceId === workspaceId ? row.ticketId : null;
}
