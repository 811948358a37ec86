// A page of what was found, as a list shows it: each row with a line of the message that has the words in it.
import { Prisma } from "@prisma/client";
import { db } from "../../db.server.ts";
import type { TicketFilter } from "../filter.ts";
import type { ForAsker, ListedTicket, TicketList } from "../list.server.ts";
import { forAsker, readBy, type Asker } from "../matching.server.ts";
import { presentRow, rowColumns, rowTables, type StoredRow } from "../row.server.ts";
import { writeCursor, type Cursor } from "../view.ts";
import { excerptOf, lexemesOf } from "./marks.ts";
import { askedNumber, readQuery, withBeginning } from "./query.ts";
import { findIds, wordsOf } from "./search.server.ts";
import { similarCustomers } from "./similar.server.ts";

/** Excerpts are looked up for so many rows; the rest of a long refresh keeps its previews. */
const MOST_EXCERPTS = 100;
const MOST_SIMILAR = 10;

/**
 * A stretch of a list with words in its search. The ticket whose number was typed stands first, wherever it is. What no
 * ticket has as a word is looked for as the beginning of words, and the list says so.
 */
export async function searchTickets(
  workspace: { id: string; ticketPrefix: string },
  asker: Asker,
  filter: TicketFilter,
  stretch: { cursor: Cursor | null; size: number },
): Promise<TicketList> {
  const hits = await find(workspace, asker, filter, stretch);
  const opened = hits.ids.length || stretch.cursor ? null : withBeginning(filter.search);
  const more = opened ? await find(workspace, asker, { ...filter, search: opened }, stretch) : null;
  if (!opened || !more?.ids.length) return show(workspace, asker, filter, stretch, hits);
  const list = await show(workspace, asker, { ...filter, search: opened }, stretch, more);
  return { ...list, search: opened };
}

interface Hits {
  ids: string[];
  /** the ticket whose number was typed */
  exact: string | null;
  /** as PostgreSQL reads them */
  words: string | null;
}

async function find(
  workspace: { id: string; ticketPrefix: string },
  asker: Asker,
  filter: TicketFilter,
  { cursor, size }: { cursor: Cursor | null; size: number },
): Promise<Hits> {
  const query = readQuery(filter.search);
  const words = await wordsOf(workspace, query.terms);
  const number = cursor ? null : askedNumber(query, workspace.ticketPrefix);
  const [ids, exact] = await Promise.all([
    words ? findIds(workspace, asker, filter, { words, cursor, count: size + 1 }) : [],
    number === null ? null : ticketNumbered(workspace, number),
  ]);
  return { ids: exact ? [exact, ...ids.filter((id) => id !== exact)] : ids, exact, words };
}

async function show(
  workspace: { id: string; ticketPrefix: string },
  asker: Asker,
  filter: TicketFilter,
  { cursor, size }: { cursor: Cursor | null; size: number },
  { ids, exact, words }: Hits,
): Promise<TicketList> {
  const query = readQuery(filter.search);
  const rows = await readRows(workspace, asker, ids, filter.sort === "oldest");
  const others = rows.filter(({ id }) => id !== exact);
  const page = others.slice(0, size);
  const last = page.at(-1);
  const wanted = query.terms.filter(({ not }) => !not);
  const marked = wanted.length < query.terms.length ? await wordsOf(workspace, wanted) : words;
  const marks = lexemesOf(marked ?? "");
  const shown = [...rows.filter(({ id }) => id === exact), ...page];
  const more = others.length > size && last !== undefined;
  return {
    rows: await withExcerpts(workspace, shown, marks),
    next: more ? writeCursor({ at: new Date(last.lastMessageAt), id: last.id }) : null,
    marks,
    ...(more || cursor ? {} : { similar: await similar(workspace, asker, filter, shown) }),
  };
}

/** Its id, or that of the ticket it was merged into. */
async function ticketNumbered(workspace: { id: string }, number: number): Promise<string | null> {
  const ticket = await db.ticket.findUnique({
    where: { workspaceId_number: { workspaceId: workspace.id, number } },
    select: { id: true, mergedIntoId: true },
  });
  return ticket ? (ticket.mergedIntoId ?? ticket.id) : null;
}

async function readRows(
  workspace: { id: string; ticketPrefix: string },
  asker: Asker,
  ids: string[],
  oldestFirst = false,
): Promise<ListedTicket[]> {
  if (!ids.length) return [];
  const direction = oldestFirst ? Prisma.empty : Prisma.sql`DESC`;
  const rows = await db.$queryRaw<(StoredRow & ForAsker)[]>`
    SELECT ${rowColumns}, ${forAsker(asker)} FROM "Ticket" t ${rowTables} ${readBy(asker)}
    WHERE t."workspaceId" = ${workspace.id}::uuid AND t.id = ANY(${ids}::uuid[])
    ORDER BY t."lastMessageAt" ${direction}, t.id ${direction}`;
  return rows.map((row) => presentRow(workspace, row));
}

/** Instead of how its latest message begins, each row shows where the newest hit is. */
async function withExcerpts(
  workspace: { id: string },
  rows: ListedTicket[],
  marks: string[],
): Promise<ListedTicket[]> {
  const ids = rows.slice(0, MOST_EXCERPTS).map(({ id }) => id);
  const starts = marks.map((mark) => ` ${mark.replace(/\*$/, "")}`);
  if (!ids.length || !starts.length) return rows;
  const hits = await db.$queryRaw<{ id: string; text: string }[]>`
    SELECT of.id, hit.text FROM unnest(${ids}::uuid[]) of(id) CROSS JOIN LATERAL (
      SELECT substr(said.text, greatest(1, said.place - 100), 500) AS text FROM (
        SELECT m.text, m."createdAt", (
          SELECT min(nullif(position(word IN ' ' || replace(search_fold(m.text), E'\n', ' ')), 0))
          FROM unnest(${starts}::text[]) word) AS place
        FROM (
          SELECT left(coalesce(trimmed, text), 10000) AS text, "createdAt" FROM "Message"
          WHERE "workspaceId" = ${workspace.id}::uuid AND "ticketId" = of.id
          ORDER BY "createdAt" DESC, id DESC LIMIT 30) m) said
      WHERE said.place IS NOT NULL ORDER BY said."createdAt" DESC LIMIT 1) hit`;
  const texts = new Map(hits.map(({ id, text }) => [id, text]));
  return rows.map((row) => ({ ...row, preview: excerptOf(texts.get(row.id) ?? "", marks) ?? row.preview }));
}

/** Below the last hit: people whose names look like what was typed, and their newest tickets. */
async function similar(
  workspace: { id: string; ticketPrefix: string },
  asker: Asker,
  { search }: TicketFilter,
  shown: ListedTicket[],
): Promise<NonNullable<TicketList["similar"]>> {
  const known = new Set(shown.map(({ customerId }) => customerId));
  const customers = (await similarCustomers(workspace, readQuery(search))).filter(({ id }) => !known.has(id));
  if (!customers.length) return { customers, rows: [] };
  const tickets = await db.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM unnest(${customers.map(({ id }) => id)}::uuid[]) of(id) CROSS JOIN LATERAL (
      SELECT t.id, t."lastMessageAt" FROM "Ticket" t
      WHERE t."workspaceId" = ${workspace.id}::uuid AND t."customerId" = of.id
        AND t."archivedAt" IS NULL AND NOT t.spam AND t."mergedIntoId" IS NULL
      ORDER BY t."lastMessageAt" DESC LIMIT ${MOST_SIMILAR}) t
    ORDER BY t."lastMessageAt" DESC LIMIT ${MOST_SIMILAR}`;
  return {
    customers,
    rows: await readRows(
      workspace,
      asker,
      tickets.map(({ id }) => id),
    ),
  };
}
