// Searching for words among a million tickets, newest first and to the last hit. What a word costs depends on how common
// it is, and nobody knows that before: so first the newest tickets are read one after the other (common words fill a page
// at once; a label or customer with few tickets is read through), then the index is asked for a bounded number of hits (rare words end there), and what is neither is collected
// a week at a time from the index. Words with one beginning are put together anew for each week, so of those a few weeks,
// and then all at once. docs/decisions/027-search.md
import { Prisma } from "@prisma/client";
import { db } from "../../db.server.ts";
import { wholeView, type TicketFilter } from "../filter.ts";
import { matchingButWords, type Asker } from "../matching.server.ts";
import type { Cursor } from "../view.ts";
import { openedBefore, wasOverBy, wentBeyond } from "../opened-before.server.ts";
import { leftBy } from "../rare.server.ts";
import { asQuery, labelled } from "./conditions.server.ts";
import { readQuery, type Term } from "./query.ts";

/** How many tickets are read one after the other, and how many hits are taken from the index at once. */
const WALK = 600;
const AT_ONCE = 1_000;
const WEEKS = 8;
/** A label's, a customer's or some days' tickets that are no more than this are read one after the other. */
const OWN = 2_000;

interface Search {
  workspace: { id: string };
  /** the words, as PostgreSQL reads them */
  words: string;
  /** all that is asked of a ticket beside the words, and that it comes after the cursor */
  conditions: Prisma.Sql;
  /** the view alone, after the cursor: what an index has in order */
  view: Prisma.Sql;
  /** ids of the tickets it cannot go beyond, where something in it names them: perhaps they are few */
  own: Prisma.Sql | null;
  /** where reading begins; null: at the beginning */
  from: Prisma.Sql | null;
  oldestFirst: boolean;
  count: number;
}

/** Words as PostgreSQL reads them; null when nothing is left of them. */
export async function wordsOf(workspace: { id: string }, terms: Term[]): Promise<string | null> {
  const [asked] = await db.$queryRaw<
    { words: string | null }[]
  >`SELECT ${asQuery(workspace, terms)}::text AS words`;
  return asked?.words ?? null;
}

/** Ids of the tickets that match a filter and have the words in them, in order after the cursor, at most `count`. */
export async function findIds(
  workspace: { id: string },
  asker: Asker,
  filter: TicketFilter,
  { words, cursor, count }: { words: string; cursor: Cursor | null; count: number },
): Promise<string[]> {
  const query = readQuery(filter.search);
  const oldestFirst = filter.sort === "oldest";
  const beyond = cursor
    ? Prisma.sql`AND (t."lastMessageAt", t.id) ${oldestFirst ? Prisma.sql`>` : Prisma.sql`<`} (${cursor.at}::timestamptz, ${cursor.id}::uuid)`
    : Prisma.empty;
  const whole = { ...wholeView(query.view ?? filter.view), status: filter.status };
  const search: Search = {
    workspace,
    words,
    conditions: Prisma.sql`${matchingButWords(workspace, asker, filter)} ${beyond}`,
    view: Prisma.sql`${matchingButWords(workspace, asker, whole)} ${beyond}`,
    own: ofCustomer(workspace, filter) ?? labelled(workspace, query) ?? leftBy(workspace, asker, filter),
    from: cursor && Prisma.sql`${cursor.at}::timestamptz`,
    oldestFirst,
    count,
  };
  const before = openedBefore(asker, filter);
  return before ? inTwoParts(asker, search, before) : inOrder(asker, search);
}

/** First the conversations that went on beyond the moment, which are the newest, then those that were over by then. */
async function inTwoParts(asker: Asker, search: Search, before: Prisma.Sql): Promise<string[]> {
  const { workspace, conditions, view, from, count } = search;
  const later = Prisma.sql`AND t."lastMessageAt" >= ${before}`;
  const ids = await inOrder(asker, {
    ...search,
    conditions: Prisma.sql`${conditions} ${later}`,
    view: Prisma.sql`${view} ${later}`,
    own: Prisma.sql`SELECT t.id FROM "Ticket" t WHERE t."workspaceId" = ${workspace.id}::uuid AND ${wentBeyond(before)}`,
  });
  if (ids.length === count) return ids;
  const rest = await inOrder(asker, {
    ...search,
    conditions: Prisma.sql`${conditions} AND ${wasOverBy(before)}`,
    view: Prisma.sql`${view} AND ${wasOverBy(before)}`,
    from: from ? Prisma.sql`LEAST(${from}, ${before})` : before,
    count: count - ids.length,
  });
  return [...ids, ...rest];
}

async function inOrder(asker: Asker, search: Search): Promise<string[]> {
  const near = await walk(asker, search);
  if (near.complete) return near.ids;
  const rare = await few(asker, search);
  if (rare) return rare;
  const latest = await weekByWeek(asker, search);
  return latest.length === search.count ? latest : everything(asker, search);
}

const order = ({ oldestFirst }: Search): Prisma.Sql =>
  oldestFirst ? Prisma.sql`t."lastMessageAt", t.id` : Prisma.sql`t."lastMessageAt" DESC, t.id DESC`;

const reads = ({ id }: Asker): Prisma.Sql => Prisma.sql`
  LEFT JOIN "TicketRead" r ON r."workspaceId" = t."workspaceId" AND r."ticketId" = t.id AND r."agentId" = ${id}::uuid`;

const ofCustomer = (workspace: { id: string }, { customer }: TicketFilter): Prisma.Sql | null =>
  customer
    ? Prisma.sql`SELECT t.id FROM "Ticket" t
        WHERE t."workspaceId" = ${workspace.id}::uuid AND t."customerId" = ${customer}::uuid`
    : null;

/** Reads the view's tickets in order. Complete: the page is full, or the view has no more. */
async function walk(asker: Asker, search: Search): Promise<{ ids: string[]; complete: boolean }> {
  const [found] = await db.$queryRaw<{ complete: boolean; ids: string[] }[]>`
    WITH ${walked(search)}
    SELECT (SELECT ${search.own ? Prisma.sql`(SELECT few FROM own_size) OR` : Prisma.empty} count(*) < ${WALK} FROM walked) AS complete,
      ARRAY(
        SELECT t.id FROM walked t
        JOIN "SearchDocument" d ON d."workspaceId" = t."workspaceId" AND d."ticketId" = t.id ${reads(asker)}
        WHERE d.words @@ ${search.words}::tsquery AND ${search.conditions}
        ORDER BY ${order(search)} LIMIT ${search.count}) AS ids`;
  const { complete = false, ids = [] } = found ?? {};
  return { ids, complete: complete || ids.length === search.count };
}

/** The tickets that are read, in order: the newest of the view, or all its own ones when those are few. */
function walked(search: Search): Prisma.Sql {
  const { workspace, own, view } = search;
  const newest = Prisma.sql`SELECT t.* FROM "Ticket" t WHERE ${view} ORDER BY ${order(search)} LIMIT ${WALK}`;
  if (!own) return Prisma.sql`walked AS MATERIALIZED (${newest})`;
  return Prisma.sql`
    own AS MATERIALIZED (${own} LIMIT ${OWN + 1}),
    own_size AS MATERIALIZED (SELECT count(*) <= ${OWN} AS few FROM own),
    walked AS MATERIALIZED (
      SELECT t.* FROM (
        SELECT t.* FROM own JOIN "Ticket" t ON t."workspaceId" = ${workspace.id}::uuid AND t.id = own.id
        WHERE (SELECT few FROM own_size) AND ${view}
        UNION ALL (SELECT t.* FROM (${newest}) t WHERE NOT (SELECT few FROM own_size))) t
      ORDER BY ${order(search)})`;
}

/** All the index has, when that is not much; null when it is more. */
async function few(asker: Asker, search: Search): Promise<string[] | null> {
  const [found] = await db.$queryRaw<{ hits: number; ids: string[] }[]>`
    WITH indexed AS MATERIALIZED (
      SELECT d."ticketId" FROM "SearchDocument" d
      WHERE d."workspaceId" = ${search.workspace.id}::uuid AND d.words @@ ${search.words}::tsquery),
    hits AS MATERIALIZED (SELECT "ticketId" FROM indexed LIMIT ${AT_ONCE + 1})
    SELECT (SELECT count(*)::int FROM hits) AS hits, ARRAY(
      SELECT t.id FROM hits
      JOIN "Ticket" t ON t."workspaceId" = ${search.workspace.id}::uuid AND t.id = hits."ticketId" ${reads(asker)}
      WHERE (SELECT count(*) FROM hits) <= ${AT_ONCE} AND ${search.conditions}
      ORDER BY ${order(search)} LIMIT ${search.count}) AS ids`;
  const { hits = 0, ids = [] } = found ?? {};
  return hits > AT_ONCE ? null : ids;
}

/** The hits of one week after the other, until the page is full or so many weeks are looked through. */
async function weekByWeek(asker: Asker, search: Search): Promise<string[]> {
  const { workspace, from, oldestFirst } = search;
  const bound = (which: "min" | "max"): Prisma.Sql =>
    Prisma.sql`(SELECT ${Prisma.raw(which)}(week) FROM "SearchDocument" WHERE "workspaceId" = ${workspace.id}::uuid)`;
  const at = from && Prisma.sql`search_week(${from})`;
  const weeks = oldestFirst
    ? Prisma.sql`generate_series(${at ?? bound("min")}, ${bound("max")})`
    : Prisma.sql`generate_series(${at ?? bound("max")}, ${bound("min")}, -1)`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM (SELECT week FROM ${weeks} AS every(week) LIMIT ${WEEKS}) each CROSS JOIN LATERAL (
      SELECT t.id FROM "SearchDocument" d
      JOIN "Ticket" t ON t."workspaceId" = d."workspaceId" AND t.id = d."ticketId" ${reads(asker)}
      WHERE d."workspaceId" = ${workspace.id}::uuid AND d.week = each.week AND d.words @@ ${search.words}::tsquery
        AND ${search.conditions}
      ORDER BY ${order(search)} LIMIT ${search.count}) t
    LIMIT ${search.count}`;
  return rows.map(({ id }) => id);
}

/** All hits, sorted. */
async function everything(asker: Asker, search: Search): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM "SearchDocument" d
    JOIN "Ticket" t ON t."workspaceId" = d."workspaceId" AND t.id = d."ticketId" ${reads(asker)}
    WHERE d."workspaceId" = ${search.workspace.id}::uuid AND d.words @@ ${search.words}::tsquery AND ${search.conditions}
    ORDER BY ${order(search)} LIMIT ${search.count}`;
  return rows.map(({ id }) => id);
}
