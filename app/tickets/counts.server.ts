// How many tickets each view holds: kept by the database (migration 0004_inbox), so that asking is one look at a few
// rows however many tickets there are.
import { db, holdLock } from "../db.server.ts";
import { DAY, MINUTE, now } from "../lib/clock.ts";
import { VIEWS, type View } from "./view.ts";

export interface ViewCounts {
  views: Record<View, number>;
  /** the inbox's, by store id and by channel */
  stores: Record<string, number>;
  channels: Record<string, number>;
  /** what this agent has not read of the inbox */
  unread: number;
}

const CHANNELS = ["form", "email", "chat", "sms"];
const KEPT_VIEWS = VIEWS.filter((view) => view !== "mine");

/** Every count an agent sees beside a view. */
export async function readCounts(workspace: { id: string }, agent: { id: string }): Promise<ViewCounts> {
  const names = [
    ...KEPT_VIEWS,
    "heard",
    `mine:${agent.id}`,
    `read:${agent.id}`,
    ...CHANNELS.map((channel) => `channel:${channel}`),
  ];
  const rows = await db.$queryRaw<{ name: string; value: number }[]>`
    SELECT name, sum(value)::int AS value FROM "TicketCount"
    WHERE "workspaceId" = ${workspace.id}::uuid AND name = ANY(${names}::text[] || ARRAY(
      SELECT 'store:' || id FROM "Store" WHERE "workspaceId" = ${workspace.id}::uuid))
    GROUP BY name`;
  const kept = new Map(rows.map(({ name, value }) => [name, value]));
  const count = (name: string): number => kept.get(name) ?? 0;
  const group = (kind: string): Record<string, number> =>
    Object.fromEntries(
      [...kept]
        .filter(([name]) => name.startsWith(kind))
        .map(([name, value]) => [name.slice(kind.length), value]),
    );
  return {
    views: Object.fromEntries(
      VIEWS.map((view) => [view, count(view === "mine" ? `mine:${agent.id}` : view)]),
    ) as Record<View, number>,
    stores: group("store:"),
    channels: group("channel:"),
    unread: Math.max(0, count("heard") - count(`read:${agent.id}`)),
  };
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
