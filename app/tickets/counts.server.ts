// How many tickets each view holds: kept by the database (migration 0004_inbox), so that asking is one look at a few
// rows however many tickets there are.
import { db, holdLock } from "../db.server.ts";
import { DAY, MINUTE, now } from "../lib/clock.ts";
import { MOMENT } from "../live/moment.server.ts";
import type { EverybodysNumbers, Numbers } from "../live/numbers.ts";
import { VIEWS } from "./view.ts";

const CHANNELS = ["form", "email", "chat", "sms"];
const KEPT_VIEWS = VIEWS.filter((view) => view !== "mine");

/** Every number an agent sees beside a view, by name (counts.ts). */
export async function readCounts(workspace: { id: string }, agent: { id: string }): Promise<Numbers> {
  const names = [
    ...KEPT_VIEWS,
    "heard",
    `mine:${agent.id}`,
    `read:${agent.id}`,
    ...CHANNELS.map((channel) => `channel:${channel}`),
  ];
  const [row] = await db.$queryRaw<[{ asOf: number; kept: Record<string, number> | null }]>`
    SELECT ${MOMENT} AS "asOf", (SELECT json_object_agg(name, value) FROM (
      SELECT name, sum(value) AS value FROM "TicketCount"
      WHERE "workspaceId" = ${workspace.id}::uuid AND name = ANY(${names}::text[] || ARRAY(
        SELECT 'store:' || id FROM "Store" WHERE "workspaceId" = ${workspace.id}::uuid))
      GROUP BY name) sums) AS kept`;
  const { asOf } = row;
  const { shared, own } = sortOut(row.kept ?? {});
  return { asOf, values: { ...shared, ...own[agent.id] } };
}

/** Tells what is kept for one agent (`mine:…`, `read:…`) from what all share. */
export function sortOut(kept: Record<string, number>): Pick<EverybodysNumbers, "shared" | "own"> {
  const shared: Record<string, number> = {};
  const own: Record<string, Record<string, number>> = {};
  for (const [name, value] of Object.entries(kept)) {
    const [, kind, agentId] = /^(mine|read):(.+)$/.exec(name) ?? [];
    if (kind && agentId) (own[agentId] ??= {})[kind] = value;
    else shared[name] = value;
  }
  return { shared, own };
}

const MOST_FOLDED = 5000;

/** Puts together what single connections have counted. What one is writing right now stays for the next time. */
export const foldCounts = (): Promise<void> =>
  db.$transaction(async (tx) => {
    await holdLock(tx, "fold-counts");
    await tx.$executeRaw`
      WITH taken AS (
        DELETE FROM "TicketCount" WHERE ctid IN (
          SELECT ctid FROM "TicketCount" WHERE slot <> 0 LIMIT ${MOST_FOLDED} FOR UPDATE SKIP LOCKED)
        RETURNING "workspaceId", name, value)
      INSERT INTO "TicketCount" AS kept ("workspaceId", name, slot, value)
      SELECT "workspaceId", name, 0, sum(value) FROM taken GROUP BY 1, 2 ORDER BY 1, 2
      ON CONFLICT ("workspaceId", name, slot) DO UPDATE SET value = kept.value + excluded.value`;
  });

/** Counts a workspace's tickets anew. What was off is right afterwards; what others do meanwhile stays counted. */
export async function recount({ id }: { id: string }): Promise<void> {
  await db.$transaction((tx) => tx.$executeRaw`SELECT recount_tickets(${id}::uuid)`, { timeout: 120_000 });
}

/** Counts some workspaces anew: each has its minute of the day. */
export async function recountDue(): Promise<void> {
  const minute = Math.trunc((now().getTime() % DAY) / MINUTE);
  const due = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Workspace" WHERE mod(abs(hashtext(id::text)::bigint), 1440) = ${minute} ORDER BY id LIMIT 50`;
  for (const workspace of due) await recount(workspace);
}
