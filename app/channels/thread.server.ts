// Which conversation does a mail belong to? In-Reply-To, then any References id, then the token of the
// reply address; never the subject alone.
import type { Identity } from "../customers/customer.ts";
import type { Tx } from "../db.server.ts";
import type { Status } from "../tickets/ticket.ts";
import type { IncomingMessage } from "./channel.ts";

export interface FoundTicket {
  id: string;
  status: Status;
  archivedAt: Date | null;
  identity: Identity;
  customerId: string | null;
  by: "header" | "token" | "customer";
}

/** The ticket a mail answers, the survivor if it was merged; null when it starts something new. */
export async function findThread(tx: Tx, incoming: IncomingMessage): Promise<FoundTicket | null> {
  const { workspaceId, thread } = incoming;
  const byToken = thread.replyToken ? await ticketOfToken(tx, workspaceId, thread.replyToken) : null;
  const byHeader = await ticketOfHeaders(tx, workspaceId, thread.answers);
  const ticketId = byHeader ?? byToken;
  if (!ticketId) return null;
  const ticket = await survivor(tx, workspaceId, ticketId);
  return ticket ? ({ ...ticket, by: byToken === ticketId ? "token" : "header" } as FoundTicket) : null;
}

/** Learns the Message-IDs of a mail, so that an answer to any of them finds this ticket however old it gets. */
export async function remember(tx: Tx, incoming: IncomingMessage, ticketId: string): Promise<void> {
  const { workspaceId, thread } = incoming;
  const ids = [thread.messageId, ...thread.answers].filter((id) => id !== null);
  if (!ids.length) return;
  await tx.mailReference.createMany({
    data: ids.map((messageId) => ({ workspaceId, messageId, ticketId })),
    skipDuplicates: true,
  });
}

async function ticketOfHeaders(tx: Tx, workspaceId: string, answers: string[]): Promise<string | null> {
  if (!answers.length) return null;
  const rows = await tx.mailReference.findMany({
    where: { workspaceId, messageId: { in: answers } },
    select: { messageId: true, ticketId: true },
  });
  const first = answers
    .map((id) => rows.find((row) => row.messageId === id))
    .find((row) => row !== undefined);
  return first?.ticketId ?? null;
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
        mergedIntoId: true,
      },
    });
    if (!ticket?.mergedIntoId) return ticket;
    next = ticket.mergedIntoId;
  }
  return null;
}
