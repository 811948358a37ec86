// How far a request has come, and what became of each recipient.
import { Prisma } from "@prisma/client";
import { db } from "../../db.server.ts";
import { AppError } from "../../errors.ts";
import { isId } from "../../lib/id.ts";
import type { Delivery } from "../../mail/delivery-state.ts";
import { showNumber } from "../ticket.ts";

export interface RequestProgress {
  id: string;
  subject: string;
  text: string;
  storeName: string;
  authorName: string;
  /** ISO 8601 */
  createdAt: string;
  done: boolean;
  total: number;
  waiting: number;
  started: number;
  failed: number;
  recipients: RecipientResult[];
  more: boolean;
}

export interface RecipientResult {
  position: number;
  name: string;
  address: string;
  state: "waiting" | "failed" | Delivery;
  reason: string | null;
  ticket: { id: string; number: string } | null;
}

const PAGE = 100;
const MOST_PAGES = 20;

/** The request with its recipients, those it did not reach first. Throws not-found. */
export async function readRequest(
  workspace: { id: string; ticketPrefix: string },
  id: string | undefined,
  pages: number,
): Promise<RequestProgress> {
  if (!isId(id)) throw new AppError("not-found");
  const request = await db.newRequest.findUnique({
    where: { workspaceId_id: { workspaceId: workspace.id, id } },
    include: { store: { select: { name: true } }, createdBy: { select: { name: true } } },
  });
  if (!request) throw new AppError("not-found");
  const take = PAGE * Math.min(MOST_PAGES, Math.max(1, pages));
  const [counts, rows] = await Promise.all([
    countResults(workspace.id, id),
    readRows(workspace.id, id, take + 1),
  ]);
  return {
    id,
    subject: request.subject,
    text: request.text,
    storeName: request.store.name,
    authorName: request.createdBy.name,
    createdAt: request.createdAt.toISOString(),
    done: request.doneAt !== null,
    total: request.total,
    ...counts,
    recipients: rows.slice(0, take).map((row) => present(workspace, row)),
    more: rows.length > take,
  };
}

interface Row {
  position: number;
  name: string;
  address: string;
  state: "waiting" | "started" | "failed";
  reason: string | null;
  delivery: Delivery | null;
  deliveryError: string | null;
  ticketId: string | null;
  number: number | null;
}

/** A recipient with the message they got, found by its key (open-ticket.server.ts). */
const RESULTS = Prisma.sql`
  FROM "NewRequestRecipient" r
  LEFT JOIN "Message" m ON m."workspaceId" = r."workspaceId"
    AND m."requestKey" = 'request:' || r."requestId" || ':' || r.position`;
const NOT_REACHED = Prisma.sql`(r.state = 'failed' OR coalesce(m.delivery IN ('failed', 'bounced'), false))`;

const readRows = (workspaceId: string, id: string, take: number) =>
  db.$queryRaw<Row[]>`
    SELECT r.position, r.name, r.address, r.state, r.reason, m.delivery, m."deliveryError", t.id AS "ticketId", t.number
    ${RESULTS}
    LEFT JOIN "Ticket" t ON t."workspaceId" = m."workspaceId" AND t.id = m."ticketId"
    WHERE r."workspaceId" = ${workspaceId}::uuid AND r."requestId" = ${id}::uuid
    ORDER BY ${NOT_REACHED} DESC, r.position
    LIMIT ${take}`;

async function countResults(
  workspaceId: string,
  id: string,
): Promise<{ waiting: number; started: number; failed: number }> {
  const [counts] = await db.$queryRaw<{ waiting: bigint; failed: bigint; total: bigint }[]>`
    SELECT count(*) FILTER (WHERE r.state = 'waiting') AS waiting, count(*) FILTER (WHERE ${NOT_REACHED}) AS failed,
           count(*) AS total
    ${RESULTS}
    WHERE r."workspaceId" = ${workspaceId}::uuid AND r."requestId" = ${id}::uuid`;
  const [waiting, failed, total] = [counts?.waiting, counts?.failed, counts?.total].map(Number);
  return {
    waiting: waiting ?? 0,
    failed: failed ?? 0,
    started: (total ?? 0) - (waiting ?? 0) - (failed ?? 0),
  };
}

const present = (workspace: { ticketPrefix: string }, row: Row): RecipientResult => ({
  position: row.position,
  name: row.name,
  address: row.address,
  state: row.delivery ?? (row.state === "failed" ? "failed" : "waiting"),
  reason: row.deliveryError ?? row.reason,
  ticket:
    row.ticketId && row.number !== null
      ? { id: row.ticketId, number: showNumber(workspace.ticketPrefix, row.number) }
      : null,
});
