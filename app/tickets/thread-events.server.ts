// What happened to a ticket between its messages.
import { Prisma } from "@prisma/client";
import { db } from "../db.server.ts";
import type { ThreadEvent } from "./thread.server.ts";
import type { TicketRef } from "./ticket.ts";

// Events the thread shows as messages or as a message's delivery word, not as lines.
const SILENT = [
  "message-received",
  "message-sent",
  "delivery-changed",
  "answer-held",
  "answer-dismissed",
  "answer-brought-back",
  "note-added",
  "message-forwarded",
];

/** So many are looked at for a page of messages, and so many shown. */
const LOOKED_AT = 600;
const SHOWN = 150;

/** The newest events before a moment, oldest first. */
export async function readEvents(
  { workspaceId, id: ticketId }: TicketRef,
  before: Date | null,
): Promise<ThreadEvent[]> {
  const rows = await db.$queryRaw<(Omit<ThreadEvent, "createdAt"> & { createdAt: Date })[]>`
    SELECT e.id, e.type, e."actorKind", a.name AS "actorName", e.data, e."createdAt"
    FROM (
      SELECT * FROM "Event"
      WHERE "workspaceId" = ${workspaceId}::uuid AND "ticketId" = ${ticketId}::uuid
        ${before ? Prisma.sql`AND "createdAt" < ${before}::timestamptz` : Prisma.empty}
      ORDER BY "createdAt" DESC, id DESC LIMIT ${LOOKED_AT}
    ) e
    LEFT JOIN "Agent" a ON e."actorKind" = 'agent' AND a."workspaceId" = e."workspaceId" AND a.id::text = e."actorId"
    WHERE e.type <> ALL (${SILENT})
    ORDER BY e."createdAt" DESC, e.id DESC
    LIMIT ${SHOWN}`;
  return rows.reverse().map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}
