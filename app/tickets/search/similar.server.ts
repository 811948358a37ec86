// Names that look like what was typed. Only names and addresses are forgiven: a message that has other words in it is
// another message.
import { db } from "../../db.server.ts";
import type { Query } from "./query.ts";

export interface NamedCustomer {
  id: string;
  name: string;
  email: string | null;
}

const MOST = 5;
/**
 * Customers whose name or address is like the words of a search, the most alike first: six of ten of the typed name's
 * three-letter pieces are in it (pg_trgm's own limit). None for what is no name.
 */
export async function similarCustomers(workspace: { id: string }, query: Query): Promise<NamedCustomer[]> {
  const name = nameIn(query);
  if (!name) return [];
  return db.$queryRaw<NamedCustomer[]>`
    SELECT id, name, email FROM "Customer"
    WHERE "workspaceId" = ${workspace.id}::uuid
      AND search_fold(${name}) <% search_fold(name || ' ' || coalesce(email, ''))
    ORDER BY word_similarity(search_fold(${name}), search_fold(name || ' ' || coalesce(email, ''))) DESC, id
    LIMIT ${MOST}`;
}

/** What may be a name: one to four words, no digits, nothing left out or asked of the ticket. */
function nameIn({ terms, conditions }: Query): string | null {
  const fits = ({ word, section, not }: Query["terms"][number]) =>
    !not &&
    section !== "subject" &&
    section !== "to" &&
    /^[\p{L}\p{M}.@'-]{3,40}( [\p{L}\p{M}'-]+)*$/u.test(word);
  if (!terms.length || terms.length > 4 || conditions.length || !terms.every(fits)) return null;
  return terms.map(({ word }) => word).join(" ");
}
