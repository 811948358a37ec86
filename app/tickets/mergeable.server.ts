// What a ticket may be merged with: the same customer's others, others about the same order, or what was looked for.
import { Prisma } from "@prisma/client";
import { db } from "../db.server.ts";
import { AppError } from "../errors.ts";
import { wholeView } from "./filter.ts";
import { listTickets } from "./list.server.ts";
import { MOST_COUNTED, rank, type Mergeable } from "./mergeable.ts";
import { presentRow, rowColumns, rowTables, type StoredRow } from "./row.server.ts";
import type { TicketRef } from "./ticket.ts";

const MOST_SUGGESTED = 8;

/** The ticket itself, to compare, and those of its store it may be merged with. Throws not-found. */
export async function findMergeable(
  workspace: { id: string; ticketPrefix: string },
  ref: TicketRef,
  agent: { id: string },
  asked: string,
): Promise<{ ticket: Mergeable; found: Mergeable[] }> {
  const [own] = await read(workspace, Prisma.sql`t.id = ${ref.id}::uuid`);
  if (!own) throw new AppError("not-found");
  const others = Prisma.sql`t."storeId" = ${own.storeId}::uuid AND t.id <> ${ref.id}::uuid AND t."mergedIntoId" IS NULL`;
  const typed = asked.trim();
  const rows = typed
    ? await lookFor(workspace, agent, typed, others)
    : [...(await ofCustomer(workspace, own, others)), ...(await ofOrder(workspace, own, others))];
  const once = [...new Map(rows.map((row) => [row.id, row])).values()].map((row) =>
    present(workspace, row, own),
  );
  const ticket = present(workspace, own, null);
  return { ticket, found: typed ? once : rank(ticket, once).slice(0, MOST_SUGGESTED) };
}

type Row = StoredRow & { messages: number };

const read = (workspace: { id: string }, which: Prisma.Sql, order = Prisma.empty): Promise<Row[]> =>
  db.$queryRaw<Row[]>`
    SELECT ${rowColumns},
           (SELECT count(*)::int FROM (SELECT 1 FROM "Message" m WHERE m."workspaceId" = t."workspaceId"
              AND m."ticketId" = t.id LIMIT ${MOST_COUNTED + 1}) counted) AS messages
    FROM "Ticket" t ${rowTables}
    WHERE t."workspaceId" = ${workspace.id}::uuid AND ${which}
    ${order} LIMIT ${2 * MOST_SUGGESTED}`;

const NEWEST = Prisma.sql`ORDER BY t."lastMessageAt" DESC`;

async function ofCustomer(workspace: { id: string }, own: Row, others: Prisma.Sql): Promise<Row[]> {
  if (!own.customerId) return [];
  return read(
    workspace,
    Prisma.sql`t."customerId" = ${own.customerId}::uuid AND ${others} AND NOT t.spam`,
    NEWEST,
  );
}

async function ofOrder(workspace: { id: string }, own: Row, others: Prisma.Sql): Promise<Row[]> {
  if (!own.orderName) return [];
  return read(workspace, Prisma.sql`t."orderName" = ${own.orderName} AND ${others} AND NOT t.spam`, NEWEST);
}

/** A ticket's number says which one; anything else is looked for as in the list. */
async function lookFor(
  workspace: { id: string; ticketPrefix: string },
  agent: { id: string },
  typed: string,
  others: Prisma.Sql,
): Promise<Row[]> {
  const number = numberIn(typed, workspace.ticketPrefix);
  if (number !== null) {
    const byNumber = await read(workspace, Prisma.sql`t.number = ${number} AND ${others}`);
    if (byNumber.length) return byNumber;
  }
  const { rows } = await listTickets(workspace, agent, { ...wholeView("all"), search: typed }, null);
  const ids = rows.map(({ id }) => id);
  const found = await read(workspace, Prisma.sql`t.id = ANY(${ids}::uuid[]) AND ${others}`);
  return found.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** "SA-1042", "#1042" and "1042" give 1042. */
function numberIn(typed: string, prefix: string): number | null {
  const rest = typed.toLowerCase().startsWith(prefix.toLowerCase()) ? typed.slice(prefix.length) : typed;
  const [, digits] = /^#?(\d{1,9})$/.exec(rest.trim()) ?? [];
  return digits ? Number(digits) : null;
}

function present(workspace: { ticketPrefix: string }, row: Row, own: Row | null): Mergeable {
  const { id, number, subject, customerId, status, assigneeName, labels, orderName, lastMessageAt } =
    presentRow(workspace, row);
  const reasons: Mergeable["reasons"] = [];
  if (own?.customerId && own.customerId === customerId) reasons.push("customer");
  if (own?.orderName && own.orderName === orderName) reasons.push("order");
  return {
    id,
    number,
    subject,
    customerId,
    customerName: row.customerName ?? row.customerAddress,
    status,
    assigneeName,
    labels,
    orderName,
    messages: row.messages,
    lastMessageAt,
    reasons,
  };
}
