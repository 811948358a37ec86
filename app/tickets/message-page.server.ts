// The messages of a ticket, a page at a time from the newest on. How long the thread is makes no difference.
import { Prisma } from "@prisma/client";
import { db } from "../db.server.ts";
import type { StoredFile } from "../files/file.ts";
import { showFile } from "../files/link.server.ts";
import { readRecipients } from "../mail/person.ts";
import { readCards } from "./chat/card.ts";
import { withinBudget } from "./html-budget.ts";
import type { ThreadMessage } from "./thread.server.ts";
import type { TicketRef } from "./ticket.ts";
import type { Cursor } from "./view.ts";

/** Row 73: so many messages with the customer make a page; notes between them ride along. */
export const PAGE_OF_MESSAGES = 50;
/** However many notes there are. */
const MOST = 200;

export interface MessagePage {
  /** oldest first */
  messages: ThreadMessage[];
  /** there are older ones */
  earlier: boolean;
}

/** The newest page, or the one before a message. */
export async function readMessages(
  { workspaceId, id: ticketId }: TicketRef,
  before: Cursor | null,
): Promise<MessagePage> {
  const rows = await db.$queryRaw<MessageRow[]>`
    WITH newest AS (
      SELECT m.id, m."createdAt",
        count(*) FILTER (WHERE m.kind <> 'note' AND NOT m.forward) OVER (ORDER BY m."createdAt" DESC, m.id DESC) AS nth
      FROM (
        SELECT id, kind, forward, "createdAt" FROM "Message"
        WHERE "workspaceId" = ${workspaceId}::uuid AND "ticketId" = ${ticketId}::uuid AND "deletedAt" IS NULL
          ${before ? Prisma.sql`AND ("createdAt", id) < (${before.at}::timestamptz, ${before.id}::uuid)` : Prisma.empty}
        ORDER BY "createdAt" DESC, id DESC LIMIT ${MOST + 1}
      ) m
    )
    SELECT m."workspaceId", m.id, m.kind, m.channel, m."fromName", m."fromAddress", m."senderProof", m."sentByAddress",
      m.recipients, m.machine, m."authorId", a.name AS "authorName", m.forward, m.automatic, m.cards, m.text, m.trimmed, m.html, m.answers, m.relay, m."relayReason",
      m."holdUntil", m."openedAt", m.delivery, m."deliveryError", m."createdAt",
      (SELECT count(*)::int FROM newest) AS among,
      EXISTS (SELECT FROM "TicketParticipant" p WHERE p."workspaceId" = m."workspaceId" AND p."ticketId" = m."ticketId"
              AND p.address = m."fromAddress") AS "letIn",
      (SELECT json_agg(f ORDER BY f.id) FROM "File" f
       WHERE f."workspaceId" = m."workspaceId" AND f."messageId" = m.id) AS files
    FROM newest n
    JOIN "Message" m ON m."workspaceId" = ${workspaceId}::uuid AND m.id = n.id
    LEFT JOIN "Agent" a ON a."workspaceId" = m."workspaceId" AND a.id = m."authorId"
    WHERE n.nth <= ${PAGE_OF_MESSAGES}
    ORDER BY n."createdAt" DESC, n.id DESC
    LIMIT ${MOST}`;
  return {
    messages: withinBudget(rows.map(presentMessage)).reverse(),
    earlier: (rows[0]?.among ?? 0) > rows.length,
  };
}

type Times = "holdUntil" | "openedAt";

type MessageRow = Omit<ThreadMessage, "files" | "cards" | "recipients" | "createdAt" | Times> &
  Record<Times, Date | null> & {
    workspaceId: string;
    createdAt: Date;
    recipients: unknown;
    cards: unknown;
    files: (StoredFile & { workspaceId: string })[] | null;
    among: number;
  };

const presentMessage = ({ workspaceId: _workspaceId, among: _among, ...row }: MessageRow): ThreadMessage => ({
  ...row,
  recipients: readRecipients(row.recipients),
  cards: readCards(row.cards),
  files: (row.files ?? []).map(showFile),
  holdUntil: row.holdUntil?.toISOString() ?? null,
  openedAt: row.openedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});
