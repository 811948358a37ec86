// The other tickets of a ticket's customer.
import { Prisma } from "@prisma/client";
import { db } from "../db.server.ts";
import { showNumber, type ChannelKind, type Status, type TicketRef } from "./ticket.ts";
import { writeCursor, type Cursor } from "./view.ts";

export interface OtherTicket {
  id: string;
  number: string;
  subject: string;
  status: Status;
  channel: ChannelKind;
  /** ISO 8601 */
  lastMessageAt: string;
}

export interface OtherTickets {
  tickets: OtherTicket[];
  /** pass as `after` to get the next page; null on the last one */
  next: string | null;
}

const PAGE = 6;

/** A page of them, latest first. None for a ticket whose customer is not known. */
export async function listOtherTickets(
  workspace: { ticketPrefix: string },
  { workspaceId, id }: TicketRef,
  after: Cursor | null,
): Promise<OtherTickets> {
  const rows = await db.$queryRaw<
    (Omit<OtherTicket, "number" | "lastMessageAt"> & { number: number; lastMessageAt: Date })[]
  >`
    SELECT o.id, o.number, o.subject, o.status, o.channel, o."lastMessageAt"
    FROM "Ticket" t
    JOIN "Ticket" o ON o."workspaceId" = t."workspaceId" AND o."customerId" = t."customerId"
    WHERE t."workspaceId" = ${workspaceId}::uuid AND t.id = ${id}::uuid AND o.id <> t.id AND o."mergedIntoId" IS NULL
      ${after ? Prisma.sql`AND (o."lastMessageAt", o.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : Prisma.empty}
    ORDER BY o."lastMessageAt" DESC, o.id DESC
    LIMIT ${PAGE + 1}`;
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    tickets: page.map((row) => ({
      ...row,
      number: showNumber(workspace.ticketPrefix, row.number),
      lastMessageAt: row.lastMessageAt.toISOString(),
    })),
    next: rows.length > PAGE && last ? writeCursor({ at: last.lastMessageAt, id: last.id }) : null,
  };
}
