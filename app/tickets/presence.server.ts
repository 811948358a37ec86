// Who has a ticket before them, and who is typing. A row per tab, kept alive by the tab itself; the others are told
// when what somebody does has changed, not each time they say so again.
import { db, runPrepared } from "../db.server.ts";
import { later, now, SECOND } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import type { Present, PresenceState } from "../live/news.ts";
import { LIVE_CHANNEL } from "../live/publish.server.ts";
import type { TicketRef } from "./ticket.ts";

/** A tab that said nothing for so long is dead; with the time until somebody looks (live/hub) less than 15 s. */
const SILENT = 12 * SECOND;

/** What one tab says its agent does. */
export async function notePresence(
  ticket: TicketRef,
  { agentId, tab, state }: { agentId: string; tab: string; state: PresenceState | "gone" },
): Promise<void> {
  await runPrepared({
    name: "note-presence",
    text: NOTE,
    values: [
      ticket.workspaceId,
      ticket.id,
      agentId,
      tab,
      RANK[state],
      now(),
      lastSign(),
      LIVE_CHANNEL,
      newId(),
    ],
  });
}

/** Everybody in the workspace who has a ticket before them now; of several tabs the busiest counts. */
export async function readPresent(workspaceId: string): Promise<Present[]> {
  const rows = await db.presence.groupBy({
    by: ["ticketId", "agentId", "typing"],
    where: { workspaceId, seenAt: { gt: lastSign() } },
    orderBy: { typing: "asc" },
  });
  const busiest = new Map(rows.map((row) => [`${row.ticketId} ${row.agentId}`, row]));
  return [...busiest.values()].map(({ ticketId, agentId, typing }) => ({
    ticketId,
    agentId,
    state: typing ? "typing" : "looking",
  }));
}

/** Forgets tabs that fell silent, and tells of those whose last tab it was. */
export async function expirePresence(): Promise<void> {
  await runPrepared({ name: "expire-presence", text: EXPIRE, values: [lastSign(), LIVE_CHANNEL] });
}

/** A tab has closed its stream: whatever it showed, it shows no more. */
export async function leaveTab(workspaceId: string, agentId: string, tab: string): Promise<void> {
  await runPrepared({
    name: "leave-tab",
    text: LEAVE,
    values: [workspaceId, agentId, tab, lastSign(), LIVE_CHANNEL],
  });
}

const lastSign = () => later(now(), -SILENT);

const RANK = { gone: 0, looking: 1, typing: 2 };

// One statement, one round trip: a thousand agents say every few seconds that they are still there.
const NOTE = `
  WITH others AS (
    SELECT max(1 + typing::int) AS rank FROM "Presence"
    WHERE "workspaceId" = $1::uuid AND "ticketId" = $2::uuid AND "agentId" = $3::uuid AND tab <> $4 AND "seenAt" > $7
  ), mine AS (
    SELECT 1 + typing::int AS rank FROM "Presence"
    WHERE "workspaceId" = $1::uuid AND "ticketId" = $2::uuid AND "agentId" = $3::uuid AND tab = $4 AND "seenAt" > $7
  ), kept AS (
    INSERT INTO "Presence" ("workspaceId", "ticketId", "agentId", tab, typing, "seenAt")
    SELECT $1::uuid, $2::uuid, $3::uuid, $4, $5::int = 2, $6 WHERE $5::int > 0
    ON CONFLICT ("workspaceId", "ticketId", "agentId", tab)
    DO UPDATE SET typing = excluded.typing, "seenAt" = excluded."seenAt"
  ), dropped AS (
    DELETE FROM "Presence" WHERE $5::int = 0
      AND "workspaceId" = $1::uuid AND "ticketId" = $2::uuid AND "agentId" = $3::uuid AND tab = $4
  ), change AS (
    SELECT greatest(others.rank, (SELECT rank FROM mine), 0) AS before, greatest(others.rank, $5::int) AS after FROM others
  )
  SELECT pg_notify($8, json_build_object('workspaceId', $1::uuid, 'id', $9::uuid, 'type', 'presence', 'ticketId',
    $2::uuid, 'agentId', $3::uuid, 'state', (ARRAY['gone', 'looking', 'typing'])[after + 1])::text)
  FROM change WHERE before <> after`;

/** Tells of those among `dropped` whom no other tab keeps there. */
const tellOfDropped = (alive: string, channel: string) => `
  SELECT pg_notify(${channel}, json_build_object('workspaceId', d."workspaceId", 'id', gen_random_uuid(), 'type', 'presence',
    'ticketId', d."ticketId", 'agentId', d."agentId", 'state',
    CASE WHEN o.typing IS NULL THEN 'gone' WHEN o.typing THEN 'typing' ELSE 'looking' END)::text)
  FROM (SELECT DISTINCT "workspaceId", "ticketId", "agentId" FROM dropped) d
  LEFT JOIN LATERAL (
    SELECT bool_or(p.typing) AS typing FROM "Presence" p
    WHERE p."workspaceId" = d."workspaceId" AND p."ticketId" = d."ticketId" AND p."agentId" = d."agentId"
      AND p."seenAt" > ${alive} AND NOT EXISTS (SELECT 1 FROM dropped x WHERE x."workspaceId" = p."workspaceId"
        AND x."ticketId" = p."ticketId" AND x."agentId" = p."agentId" AND x.tab = p.tab)
  ) o ON true`;

const EXPIRE = `
  WITH dropped AS (
    DELETE FROM "Presence" WHERE "seenAt" <= $1 RETURNING "workspaceId", "ticketId", "agentId", tab
  )${tellOfDropped("$1", "$2")}`;

const LEAVE = `
  WITH dropped AS (
    DELETE FROM "Presence" WHERE "workspaceId" = $1::uuid AND "agentId" = $2::uuid AND tab = $3
    RETURNING "workspaceId", "ticketId", "agentId", tab
  )${tellOfDropped("$4", "$5")}`;
