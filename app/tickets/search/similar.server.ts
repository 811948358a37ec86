// People by what is typed of their name or address: how its words begin, else names that look like it. Only names and
// addresses are forgiven: a message that has other words in it is another message.
import { db } from "../../db.server.ts";
import { asQuery } from "./conditions.server.ts";
import type { Query, Term } from "./query.ts";

export interface NamedCustomer {
  id: string;
  name: string;
  email: string | null;
}

const MOST = 5;
/** Names that begin alike may be many; so many of them are looked at. */
const LOOKED_AT = 200;

/** Customers whose name or address is like the words of a search. None for what is no name. */
export async function similarCustomers(workspace: { id: string }, query: Query): Promise<NamedCustomer[]> {
  return isName(query) ? namedLike(workspace, query.terms) : [];
}

/**
 * Customers whose name or address has words that begin like these; when there are none, the most alike: six of ten of
 * the typed name's three-letter pieces are in it (pg_trgm's own limit).
 */
export async function namedLike(workspace: { id: string }, terms: Term[]): Promise<NamedCustomer[]> {
  const words = asQuery(
    workspace,
    terms.map(({ word }) => ({ word, section: null, beginning: true, stemmed: false, not: false })),
  );
  const begin = await db.$queryRaw<NamedCustomer[]>`
    SELECT id, name, email FROM (
      SELECT id, name, email FROM "Customer"
      WHERE "workspaceId" = ${workspace.id}::uuid
        AND to_tsvector('simple'::regconfig, search_fold(name || ' ' || coalesce(email, ''))) @@ ${words}
      LIMIT ${LOOKED_AT}) found
    ORDER BY name, id LIMIT ${MOST}`;
  if (begin.length) return begin;
  const name = terms.map(({ word }) => word).join(" ");
  return db.$queryRaw<NamedCustomer[]>`
    SELECT id, name, email FROM "Customer"
    WHERE "workspaceId" = ${workspace.id}::uuid
      AND search_fold(${name}) <% search_fold(name || ' ' || coalesce(email, ''))
    ORDER BY word_similarity(search_fold(${name}), search_fold(name || ' ' || coalesce(email, ''))) DESC, id
    LIMIT ${MOST}`;
}

/** What may be a name: one to four words, no digits, nothing left out or asked of the ticket. */
function isName({ terms, conditions }: Query): boolean {
  const fits = ({ word, section, not }: Term) =>
    !not &&
    section !== "subject" &&
    section !== "to" &&
    /^[\p{L}\p{M}.@'-]{3,40}( [\p{L}\p{M}'-]+)*$/u.test(word);
  return terms.length > 0 && terms.length <= 4 && conditions.length === 0 && terms.every(fits);
}
