// What the search field offers while somebody types: tickets by number or subject, and people. Two queries.
import { db } from "../../db.server.ts";
import { asQuery } from "./conditions.server.ts";
import { askedNumber, readTyping } from "./query.ts";
import type { NamedCustomer } from "./similar.server.ts";

export interface Suggestions {
  tickets: { id: string; number: string; subject: string; customer: string | null }[];
  customers: NamedCustomer[];
}

const MOST = 5;
/** Subjects that begin alike may be many; so many of them are looked at. */
const SUBJECTS = 200;
const SHORTEST_NAME = 3;

/** Suggestions for what is typed so far; none for operators. */
export async function suggest(
  workspace: { id: string; ticketPrefix: string },
  typed: string,
): Promise<Suggestions> {
  const query = readTyping(typed);
  if (
    !query.terms.length ||
    query.conditions.length ||
    query.terms.some(({ section, not }) => section ?? not)
  )
    return { tickets: [], customers: [] };
  const subject = asQuery(
    workspace,
    query.terms.map((term) => ({ ...term, section: "subject" })),
  );
  const number = askedNumber(query, workspace.ticketPrefix) ?? -1;
  const name = query.terms.map(({ word }) => word).join(" ");
  const [tickets, customers] = await Promise.all([
    db.$queryRaw<{ id: string; number: number; subject: string; customer: string | null }[]>`
      WITH titled AS MATERIALIZED (
        SELECT d."ticketId" FROM "SearchDocument" d
        WHERE d."workspaceId" = ${workspace.id}::uuid AND d.words @@ ${subject}),
      chosen AS (SELECT "ticketId" AS id FROM (SELECT "ticketId" FROM titled LIMIT ${SUBJECTS}) few
        UNION SELECT id FROM "Ticket" WHERE "workspaceId" = ${workspace.id}::uuid AND number = ${number})
      SELECT t.id, t.number, t.subject, c.name AS customer FROM chosen
      JOIN "Ticket" t ON t."workspaceId" = ${workspace.id}::uuid AND t.id = chosen.id
      LEFT JOIN "Customer" c ON c."workspaceId" = t."workspaceId" AND c.id = t."customerId"
      WHERE t."mergedIntoId" IS NULL AND NOT t.spam AND t."archivedAt" IS NULL
      ORDER BY t.number = ${number} DESC, t."lastMessageAt" DESC LIMIT ${MOST}`,
    name.length < SHORTEST_NAME
      ? []
      : db.$queryRaw<NamedCustomer[]>`
      SELECT id, name, email FROM "Customer"
      WHERE "workspaceId" = ${workspace.id}::uuid
        AND search_fold(${name}) <% search_fold(name || ' ' || coalesce(email, ''))
      ORDER BY word_similarity(search_fold(${name}), search_fold(name || ' ' || coalesce(email, ''))) DESC, name, id
      LIMIT ${MOST}`,
  ]);
  return {
    tickets: tickets.map((ticket) => ({ ...ticket, number: `${workspace.ticketPrefix}${ticket.number}` })),
    customers,
  };
}
