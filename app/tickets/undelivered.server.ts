// Replies a person should look at: lost, perhaps lost, or still not out.
import { Prisma } from "@prisma/client";
import { db } from "../db.server.ts";
import { later, MINUTE, now } from "../lib/clock.ts";
import type { Delivery } from "../mail/delivery-state.ts";
import { readPeople } from "../mail/person.ts";

export interface Undelivered {
  messageId: string;
  ticketId: string;
  number: string;
  subject: string;
  preview: string;
  /** the first of those it is for */
  to: { name: string; address: string } | null;
  /** how many more */
  others: number;
  state: Delivery;
  /** a code the page has words for */
  reason: string | null;
  /** ISO 8601: when it was written, or sent again */
  since: string;
}

/** Sending takes seconds, and a hiccup of the provider a minute or two. */
const LATE = 5 * MINUTE;

export const MOST_LISTED = 100;

/** The newest hundred of this workspace. */
export async function listUndelivered(workspace: {
  id: string;
  ticketPrefix: string;
}): Promise<Undelivered[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT m.id, m."ticketId", t.number, t.subject, left(m.text, 200) AS text, m.recipients->'to' AS recipients,
           jsonb_array_length(COALESCE(m.recipients->'to', '[]')) + jsonb_array_length(COALESCE(m.recipients->'cc', '[]'))
             + jsonb_array_length(COALESCE(m.recipients->'bcc', '[]')) AS people,
           c.name AS "customerName", c.email AS "customerAddress", m.delivery, m."deliveryError",
           GREATEST(m."createdAt", m."holdUntil") AS since
    FROM "Message" m
    JOIN "Ticket" t ON t."workspaceId" = m."workspaceId" AND t.id = m."ticketId"
    LEFT JOIN "Customer" c ON c."workspaceId" = t."workspaceId" AND c.id = t."customerId"
    WHERE m."workspaceId" = ${workspace.id}::uuid AND ${isUndelivered()}
    ORDER BY m."createdAt" DESC, m.id DESC
    LIMIT ${MOST_LISTED}`;
  return rows.map((row) => present(workspace, row));
}

/** How many there are, at most a hundred (the page lists no more). */
export async function countUndelivered(workspace: { id: string }): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count
    FROM (SELECT 1 FROM "Message" m WHERE m."workspaceId" = ${workspace.id}::uuid AND ${isUndelivered()} LIMIT ${MOST_LISTED}) found`;
  return row?.count ?? 0;
}

// The states are written out: the planner must see that the partial index covers them.
const isUndelivered = () => Prisma.sql`
  m."leftAt" IS NULL
  AND m.delivery IN ('queued', 'sending', 'failed', 'bounced', 'unknown')
  AND (m.delivery IN ('failed', 'bounced', 'unknown')
       OR GREATEST(m."createdAt", m."holdUntil") < ${later(now(), -LATE)}::timestamptz)`;

interface Row {
  id: string;
  ticketId: string;
  number: number;
  subject: string;
  text: string;
  recipients: unknown;
  people: number;
  customerName: string | null;
  customerAddress: string | null;
  delivery: string;
  deliveryError: string | null;
  since: Date;
}

function present(workspace: { ticketPrefix: string }, row: Row): Undelivered {
  const [first] = readPeople(row.recipients);
  const customer = row.customerAddress
    ? { name: row.customerName ?? "", address: row.customerAddress }
    : null;
  return {
    messageId: row.id,
    ticketId: row.ticketId,
    number: `${workspace.ticketPrefix}${row.number}`,
    subject: row.subject,
    preview: row.text,
    to: first ?? customer,
    others: Math.max(0, row.people - 1),
    state: row.delivery as Delivery,
    reason: row.deliveryError,
    since: row.since.toISOString(),
  };
}
