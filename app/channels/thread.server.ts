// Which conversation does a mail belong to? In-Reply-To, then any References id, then the token of the
// reply address; never the subject alone.
import type { Identity } from "../customers/customer.ts";
import { customerAt } from "../customers/identify.server.ts";
import type { Tx } from "../db.server.ts";
import type { Status } from "../tickets/ticket.ts";
import type { IncomingMessage } from "./channel.ts";

export interface FoundTicket {
  id: string;
  status: Status;
  archivedAt: Date | null;
  identity: Identity;
  customerId: string | null;
  orderName: string | null;
  by: "header" | "token" | "customer";
}

/** The ticket a mail answers, the survivor if it was merged; null when it starts something new. */
export async function findThread(tx: Tx, incoming: IncomingMessage): Promise<FoundTicket | null> {
  const { workspaceId, thread } = incoming;
  const byToken = thread.replyToken ? await ticketOfToken(tx, workspaceId, thread.replyToken) : null;
  const byHeader = await ticketOfHeaders(tx, incoming);
  const ticketId = byHeader ?? byToken;
  if (!ticketId) return null;
  const ticket = await survivor(tx, workspaceId, ticketId);
  return ticket ? ({ ...ticket, by: byToken === ticketId ? "token" : "header" } as FoundTicket) : null;
}

/**
 * Learns the Message-IDs of a mail, so that an answer finds this ticket however old it gets. Ids it only mentions
 * are hearsay: anybody can mention any id, and several customers may answer the same mail.
 */
export async function remember(tx: Tx, incoming: IncomingMessage, ticketId: string): Promise<void> {
  const { workspaceId, thread } = incoming;
  if (thread.messageId) await rememberOwn(tx, { workspaceId, messageId: thread.messageId, ticketId });
  if (!thread.answers.length) return;
  await tx.mailReference.createMany({
    data: thread.answers.map((messageId) => ({ workspaceId, messageId, ticketId, hearsay: true })),
    skipDuplicates: true,
  });
}

/** A mail that really came or left: its id belongs to this ticket, whatever others said of it before. */
async function rememberOwn(
  tx: Tx,
  own: { workspaceId: string; messageId: string; ticketId: string },
): Promise<void> {
  const { workspaceId, messageId, ticketId } = own;
  await tx.mailReference.createMany({ data: [own], skipDuplicates: true });
  await tx.mailReference.updateMany({
    where: { workspaceId, messageId, hearsay: true },
    data: { ticketId, hearsay: false },
  });
}

/** The first id that points to a ticket. Hearsay counts only between a customer and their own ticket. */
async function ticketOfHeaders(tx: Tx, incoming: IncomingMessage): Promise<string | null> {
  const { workspaceId, sender, thread } = incoming;
  if (!thread.answers.length) return null;
  const rows = await tx.mailReference.findMany({
    where: { workspaceId, messageId: { in: thread.answers } },
    select: { messageId: true, ticketId: true, hearsay: true, ticket: { select: { customerId: true } } },
  });
  const writer = await customerAt(tx, workspaceId, sender.address);
  const counts = (row: (typeof rows)[number]) =>
    !row.hearsay || (writer !== null && row.ticket.customerId === writer);
  const found = thread.answers.map((id) => rows.find((row) => row.messageId === id && counts(row)));
  return found.find((row) => row !== undefined)?.ticketId ?? null;
}

async function ticketOfToken(tx: Tx, workspaceId: string, token: string): Promise<string | null> {
  const row = await tx.replyToken.findUnique({
    where: { token },
    select: { workspaceId: true, ticketId: true },
  });
  return row?.workspaceId === workspaceId ? row.ticketId : null;
}

const HOPS = 10;

async function survivor(tx: Tx, workspaceId: string, id: string) {
  for (let hop = 0, next = id; hop < HOPS; hop++) {
    const ticket = await tx.ticket.findUnique({
      where: { workspaceId_id: { workspaceId, id: next } },
      select: {
        id: true,
        status: true,
        archivedAt: true,
        identity: true,
        customerId: true,
        orderName: true,
        mergedIntoId: true,
      },
    });
    if (!ticket?.mergedIntoId) return ticket;
    next = ticket.mergedIntoId;
  }
  return null;
}
