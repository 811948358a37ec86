// What a ticket can be found by, written down as one document. One statement, and always all of it: whatever changed,
// what is no longer there can no longer be found.
import { Prisma } from "@prisma/client";
import { db, type Tx } from "../../db.server.ts";

// A document holds a megabyte and 16,383 places, so what goes in is bounded: of a very long conversation the newest
// and the oldest messages.
const MOST_CHARACTERS = 100_000;
const MOST_OF_ONE = 40_000;
const NEWEST = 150;
const OLDEST = 50;

/** Makes a ticket findable by what stands in it now. */
export const indexTicket = ({ workspaceId, id }: { workspaceId: string; id: string }): Promise<void> =>
  db.$transaction((tx) => indexTickets(tx, workspaceId, [id]));

/**
 * The same for several. Their rows are locked until the transaction ends, so that of two who index a ticket the later
 * one has seen all that the earlier one saw, and an erasure nothing of what it erased comes back.
 */
export async function indexTickets(tx: Tx, workspaceId: string, ids: string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM "Ticket" WHERE "workspaceId" = ${workspaceId}::uuid AND id = ANY(${ids}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`;
  await tx.$executeRaw`
    DELETE FROM "SearchDocument" d USING "Ticket" t
    WHERE d."workspaceId" = ${workspaceId}::uuid AND d."ticketId" = ANY(${ids}::uuid[])
      AND t."workspaceId" = d."workspaceId" AND t.id = d."ticketId" AND t."mergedIntoId" IS NOT NULL`;
  await tx.$executeRaw(documents(workspaceId, ids));
}

/** Writes the documents; one that would say the same is left alone. */
const documents = (workspaceId: string, ids: string[]): Prisma.Sql => Prisma.sql`
  INSERT INTO "SearchDocument" ("workspaceId", "ticketId", week, words)
  SELECT t."workspaceId", t.id, search_week(t."lastMessageAt"),
    setweight(to_tsvector('simple', said.subject), 'A')
    || setweight(to_tsvector('simple', said.writers), 'B')
    || setweight(to_tsvector('simple', said.readers), 'C')
    || to_tsvector('simple', said.words)
    || stems.words
  FROM "Ticket" t
  JOIN "Workspace" w ON w.id = t."workspaceId"
  JOIN "Store" s ON s."workspaceId" = t."workspaceId" AND s.id = t."storeId"
  LEFT JOIN "Customer" c ON c."workspaceId" = t."workspaceId" AND c.id = t."customerId"
  CROSS JOIN LATERAL (${messages}) m
  CROSS JOIN LATERAL (
    SELECT string_agg(p.value, ' ') AS names FROM "ContactPoint" p
    WHERE p."workspaceId" = c."workspaceId" AND p."customerId" = c.id AND p."removedAt" IS NULL) contact
  CROSS JOIN LATERAL (
    SELECT string_agg(concat_ws(' ', p.name, p.address), ' ') AS names FROM (
      SELECT name, address FROM "TicketParticipant" p
      WHERE p."workspaceId" = t."workspaceId" AND p."ticketId" = t.id LIMIT 100) p) participant
  -- OFFSET 0: folded once, not once for each use.
  CROSS JOIN LATERAL (
    SELECT search_fold(concat_ws(' ', t.subject, m.subjects)) AS subject,
      search_fold(concat_ws(' ', c.name, c.email, c.phone, contact.names, m.writers)) AS writers,
      search_fold(concat_ws(' ', participant.names, m.readers,
        CASE WHEN m.answered THEN concat_ws(' ', c.name, contact.names) END)) AS readers,
      search_fold(concat_ws(' ', w."ticketPrefix" || t.number, t."orderName", m.files, m.words)) AS words
    OFFSET 0) said
  -- At one place far behind: without any place they would count as standing in every section.
  CROSS JOIN LATERAL (
    SELECT coalesce(string_agg(quote_literal(lexeme) || ':16383', ' '), '')::tsvector AS words
    FROM unnest(to_tsvector(search_language(s.locale), said.subject || ' ' || said.words))) stems
  WHERE t."workspaceId" = ${workspaceId}::uuid AND t.id = ANY(${ids}::uuid[]) AND t."mergedIntoId" IS NULL
  ON CONFLICT ("workspaceId", "ticketId") DO UPDATE SET week = EXCLUDED.week, words = EXCLUDED.words
  WHERE ("SearchDocument".week, "SearchDocument".words) IS DISTINCT FROM (EXCLUDED.week, EXCLUDED.words)`;

/** The ticket's messages, put together. What they quote counts in the first one only: a forwarded mail is nothing else. */
const messages = Prisma.sql`
  SELECT string_agg(said.words, ' ' ORDER BY said."createdAt", said.id) AS words,
    left(string_agg(DISTINCT said.subject, ' '), 2000) AS subjects,
    left(string_agg(DISTINCT concat_ws(' ', said."fromName", said."fromAddress", said.author), ' '), 10000) AS writers,
    left(string_agg(DISTINCT said.readers, ' '), 20000) AS readers,
    left(string_agg(said.files, ' '), 20000) AS files,
    bool_or(said.kind = 'outbound') AS answered
  FROM (
    SELECT o.*, sum(length(o.words)) OVER (ORDER BY o.turn, o.id) AS so_far FROM (
      SELECT n.id, n.kind, n.subject, n."fromName", n."fromAddress", n."createdAt", a.name AS author,
        least(n.newest, n.oldest * 3) AS turn,
        concat_ws(' ', left(CASE WHEN n.oldest = 1 THEN n.text ELSE coalesce(n.trimmed, n.text) END, ${MOST_OF_ONE}),
          (SELECT string_agg(answer->>'value', ' ') FROM jsonb_array_elements(n.answers) answer)) AS words,
        (SELECT string_agg(concat_ws(' ', who->>'name', who->>'address'), ' ')
         FROM jsonb_path_query(n.recipients, '$.*[*]') who) AS readers,
        (SELECT string_agg(f.name, ' ') FROM "File" f
         WHERE f."workspaceId" = n."workspaceId" AND f."messageId" = n.id) AS files
      FROM (
        SELECT *, row_number() OVER (ORDER BY "createdAt", id) AS oldest,
          row_number() OVER (ORDER BY "createdAt" DESC, id DESC) AS newest
        FROM "Message" WHERE "workspaceId" = t."workspaceId" AND "ticketId" = t.id
      ) n
      LEFT JOIN "Agent" a ON a."workspaceId" = n."workspaceId" AND a.id = n."authorId"
      WHERE n.newest <= ${NEWEST} OR n.oldest <= ${OLDEST}
    ) o
  ) said
  WHERE said.so_far <= ${MOST_CHARACTERS + MOST_OF_ONE}`;
