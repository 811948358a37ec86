// What the search field offers while somebody types: tickets by number or subject, and people.
import { Prisma } from "@prisma/client";
import { db } from "../../db.server.ts";
import { asQuery } from "./conditions.server.ts";
import { askedNumber, readTyping, type Query } from "./query.ts";
import { namedLike, type NamedCustomer } from "./similar.server.ts";

export interface Suggestions {
  tickets: { id: string; number: string; subject: string; customer: string | null }[];
  customers: NamedCustomer[];
}

const MOST = 5;
/** The newest tickets are looked through: whoever searches further presses Enter. */
const NEWEST = 600;
const SHORTEST_NAME = 3;

/** Suggestions for what is typed so far; none for operators. */
export async function suggest(
  workspace: { id: string; ticketPrefix: string },
  typed: string,
): Promise<Suggestions> {
  const query = readTyping(typed);
  const { terms, conditions } = query;
  if (!terms.length || conditions.length || terms.some(({ section, not }) => section ?? not))
    return { tickets: [], customers: [] };
  const name = terms.map(({ word }) => word).join(" ");
  const [tickets, customers] = await Promise.all([
    ticketsTitled(workspace, query),
    name.length < SHORTEST_NAME ? [] : namedLike(workspace, terms),
  ]);
  return { tickets, customers };
}

/** The one with that number, and the newest with such words in their subjects. */
async function ticketsTitled(
  workspace: { id: string; ticketPrefix: string },
  query: Query,
): Promise<Suggestions["tickets"]> {
  const number = askedNumber(query, workspace.ticketPrefix) ?? -1;
  const subject = asQuery(
    workspace,
    query.terms.map((term) => ({ ...term, section: "subject" })),
  );
  const live = Prisma.sql`t."workspaceId" = ${workspace.id}::uuid
    AND t."archivedAt" IS NULL AND NOT t.spam AND t."mergedIntoId" IS NULL`;
  const tickets = await db.$queryRaw<
    { id: string; number: number; subject: string; customer: string | null }[]
  >`
    WITH newest AS MATERIALIZED (
      SELECT t.id FROM "Ticket" t WHERE ${live} ORDER BY t."lastMessageAt" DESC, t.id DESC LIMIT ${NEWEST}),
    chosen AS (
      SELECT newest.id FROM newest
      JOIN "SearchDocument" d ON d."workspaceId" = ${workspace.id}::uuid AND d."ticketId" = newest.id
      WHERE d.words @@ ${subject}
      UNION SELECT t.id FROM "Ticket" t WHERE ${live} AND t.number = ${number})
    SELECT t.id, t.number, t.subject, c.name AS customer FROM chosen
    JOIN "Ticket" t ON t."workspaceId" = ${workspace.id}::uuid AND t.id = chosen.id
    LEFT JOIN "Customer" c ON c."workspaceId" = t."workspaceId" AND c.id = t."customerId"
    ORDER BY t.number = ${number} DESC, t."lastMessageAt" DESC LIMIT ${MOST}`;
  return tickets.map((ticket) => ({ ...ticket, number: `${workspace.ticketPrefix}${ticket.number}` }));
}
