// Searching for words among a million tickets, newest first and to the last hit. What a word costs depends on how common
// it is, and nobody knows that before: so first the newest tickets are read one after the other (common words fill a page
// at once), then the index is asked for a bounded number of hits (rare words end there), and what is neither is collected
// a week at a time from the index. Words with one beginning are put together anew for each week, so of those a few weeks,
// and then all at once. docs/decisions/027-search.md
import { Prisma } from "@prisma/client";
import { db } from "../../db.server.ts";
import { wholeView, type TicketFilter } from "../filter.ts";
import { matchingButWords, type Asker } from "../matching.server.ts";
import type { Cursor } from "../view.ts";
import { asQuery } from "./conditions.server.ts";
import { looksForWords, readQuery, type Term } from "./query.ts";

/** How many tickets are read one after the other, and how many hits are taken from the index at once. */
const WALK = 600;
const AT_ONCE = 1_000;
const WEEKS_OF_BEGINNINGS = 8;
const ALL_WEEKS = 100_000;

interface Search {
  workspace: { id: string };
  /** the words, as PostgreSQL reads them */
  words: string;
  /** all that is asked of a ticket beside the words, and that it comes after the cursor */
  conditions: Prisma.Sql;
  /** the view alone, after the cursor: what an index has in order */
  view: Prisma.Sql;
  cursor: Cursor | null;
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
    cursor,
    oldestFirst,
    count,
  };
  const near = await walk(asker, search);
  if (near.complete || !looksForWords(query)) return near.ids;
  const rare = await few(asker, search);
  if (rare) return rare;
  if (!words.includes(":*")) return weekByWeek(asker, search, ALL_WEEKS);
  const latest = await weekByWeek(asker, search, WEEKS_OF_BEGINNINGS);
  return latest.length === count ? latest : everything(asker, search);
}

const order = ({ oldestFirst }: Search): Prisma.Sql =>
  oldestFirst ? Prisma.sql`t."lastMessageAt", t.id` : Prisma.sql`t."lastMessageAt" DESC, t.id DESC`;

const reads = ({ id }: Asker): Prisma.Sql => Prisma.sql`
  LEFT JOIN "TicketRead" r ON r."workspaceId" = t."workspaceId" AND r."ticketId" = t.id AND r."agentId" = ${id}::uuid`;

/** Reads the view's tickets in order. Complete: the page is full, or the view has no more. */
async function walk(asker: Asker, search: Search): Promise<{ ids: string[]; complete: boolean }> {
  const [found] = await db.$queryRaw<{ walked: number; ids: string[] }[]>`
    WITH walked AS MATERIALIZED (
      SELECT t.* FROM "Ticket" t WHERE ${search.view} ORDER BY ${order(search)} LIMIT ${WALK})
    SELECT (SELECT count(*)::int FROM walked) AS walked, ARRAY(
      SELECT t.id FROM walked t
      JOIN "SearchDocument" d ON d."workspaceId" = t."workspaceId" AND d."ticketId" = t.id ${reads(asker)}
      WHERE d.words @@ ${search.words}::tsquery AND ${search.conditions}
      ORDER BY ${order(search)} LIMIT ${search.count}) AS ids`;
  const { walked = 0, ids = [] } = found ?? {};
  return { ids, complete: ids.length === search.count || walked < WALK };
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
async function weekByWeek(asker: Asker, search: Search, most: number): Promise<string[]> {
  const { workspace, cursor, oldestFirst } = search;
  const bound = (which: "min" | "max"): Prisma.Sql =>
    Prisma.sql`(SELECT ${Prisma.raw(which)}(week) FROM "SearchDocument" WHERE "workspaceId" = ${workspace.id}::uuid)`;
  const at = cursor ? Prisma.sql`search_week(${cursor.at}::timestamptz)` : null;
  const weeks = oldestFirst
    ? Prisma.sql`generate_series(${at ?? bound("min")}, ${bound("max")})`
    : Prisma.sql`generate_series(${at ?? bound("max")}, ${bound("min")}, -1)`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT t.id FROM (SELECT week FROM ${weeks} AS every(week) LIMIT ${most}) each CROSS JOIN LATERAL (
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
